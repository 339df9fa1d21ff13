/** What is said of second codes and of their objects, as far as the caller may read it. */
import type {
  AliasRecord,
  CommissionRecord,
  NamesRecord,
  UnitRecord,
} from '@yaosu/chaincode/model/code/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { readElementString } from '@yaosu/chaincode/model/code/gs1/element-string';
import { carriedProduct, type CarriedProduct } from '@yaosu/chaincode/rules/code/alias-conflicts';
import { maySeeBatch } from '../../access/record-access.js';
import type { ConflictWord } from '../../api/code-conflicts.js';
import type { ReadRequest } from '../../http/read-handler.js';
import { listedOn } from '../pack-status.js';
import { aliasesOf, rowsOf, type AliasRow, type RecordRow } from './alias-rows.js';
import { selectCommissionings } from './commissionings.js';

/** Who asks for conflicts of codes. */
export type Asking = Pick<ReadRequest<'codeConflicts'>, 'caller' | 'services'>;

/** What is said of a second code, and what is said beside it. */
export interface Words {
  readonly second: ConflictWord;
  readonly others: readonly ConflictWord[];
}

type Texts = ReadonlyMap<string, string>;
type Commission = RecordRow<CommissionRecord>;

/** Second codes as they are read: shown to who registered them, by whose gateway they are kept. */
const textsOf = async (
  { caller, services: { vault } }: Asking,
  rows: readonly AliasRow[],
): Promise<Texts> => {
  const texts = new Map<string, string>();
  for (const { value } of rows) {
    if (value.enterprise !== caller.enterprise) continue;
    const bytes = await vault.sealed(value.alias);
    if (bytes !== undefined) texts.set(value.alias, Buffer.from(bytes).toString('utf8'));
  }
  return texts;
};

const productIn = (texts: Texts, { alias }: AliasRecord): CarriedProduct | null => {
  const text = texts.get(alias);
  return text === undefined ? null : (carriedProduct(text) ?? null);
};

const aliasWord = ({ key, value, block, tx_id: txId }: AliasRow, texts: Texts): ConflictWord => {
  const { alias: code, enterprise, at } = value;
  return {
    by: 'alias',
    code,
    key,
    event: null,
    enterprise,
    at,
    block,
    txId,
    product: productIn(texts, value),
  };
};

const commissionWord = (
  { key, value: { enterprise, at }, block, tx_id: txId }: Commission,
  said: Pick<ConflictWord, 'by' | 'code' | 'product'>,
): ConflictWord => ({ ...said, key, event: null, enterprise, at, block, txId });

/** By second code. */
type WordsByCode = ReadonlyMap<string, readonly ConflictWord[]>;

/** Other second codes of the same objects that were registered before. */
const loadEarlier = async (
  { caller, services: { db } }: Asking,
  rows: readonly AliasRow[],
  textsOfRows: (rows: readonly AliasRow[]) => Promise<Texts>,
): Promise<WordsByCode> => {
  const names = await rowsOf<NamesRecord>(
    db,
    rows.map(({ value }) => keyOf('names', value.code)),
  );
  const earlierThan = ({ value: { alias, code } }: AliasRow): readonly string[] => {
    const { aliases = [] } = names.get(keyOf('names', code))?.value ?? {};
    return aliases.slice(0, aliases.indexOf(alias));
  };
  const keys = rows.flatMap(earlierThan).map((alias) => keyOf('alias', alias));
  const earlier = await aliasesOf(db, caller, keys);
  const texts = await textsOfRows(earlier);
  return new Map(
    rows.map((row) => [
      row.value.alias,
      earlier
        .filter(({ value }) => earlierThan(row).includes(value.alias))
        .map((each) => aliasWord(each, texts)),
    ]),
  );
};

const commissionKey = ({ value: { batches, unit } }: AliasRow): string =>
  keyOf('com', batches[0] ?? '', unit?.commission ?? '');

/** The objects' own codes, of which the gateway that issued them knows the GTIN. */
const loadObjects = async (
  { services: { db, issuing } }: Asking,
  rows: readonly AliasRow[],
): Promise<WordsByCode> => {
  const commissions = await rowsOf<CommissionRecord>(db, [...new Set(rows.map(commissionKey))]);
  const products = new Map<string, CarriedProduct>();
  for (const [key, { value }] of commissions) {
    const [block] = await issuing.blocksOf(value.commission);
    const gtin = block && issuing.spaces.get(block.enterprise, block.prefix)?.gtin;
    if (gtin !== undefined) products.set(key, { scheme: 'gtin', value: gtin });
  }
  const words = rows.flatMap((row) => {
    const [commission, product] = [commissions.get(commissionKey(row)), products.get(commissionKey(row))];
    if (commission === undefined || product === undefined) return [];
    const said = { by: 'object', code: row.value.code, product } as const;
    return [[row.value.alias, [commissionWord(commission, said)]] as const];
  });
  return new Map(words);
};

/** Keys of commissions on whose lists second codes stand: proved by what happened to that pack, or known to who issued it. */
const listsOf = async (
  { services }: Asking,
  rows: readonly AliasRow[],
  texts: Texts,
): Promise<ReadonlyMap<string, string>> => {
  const lists = new Map<string, string>();
  for (const [alias, text] of texts) {
    const { '01': gtin, '21': serial } = Object.fromEntries(readElementString(text).elements);
    if (gtin === undefined || serial === undefined) continue;
    const commission = await listedOn(services, gtin, serial);
    if (commission !== undefined) lists.set(alias, keyOf('com', commission.batch, commission.commission));
  }
  const units = await rowsOf<UnitRecord>(
    services.db,
    rows.map(({ value }) => keyOf('unit', value.alias)),
  );
  for (const { value } of units.values()) lists.set(value.code, keyOf('com', value.batch, value.commission));
  return lists;
};

/** Commissions on whose lists second codes stand, as far as the caller may see their batches. */
const loadLists = async (asking: Asking, rows: readonly AliasRow[], texts: Texts): Promise<WordsByCode> => {
  const { db } = asking.services;
  const lists = await listsOf(asking, rows, texts);
  const commissions = await rowsOf<CommissionRecord>(db, [...lists.values()]);
  const words = new Map<string, readonly ConflictWord[]>();
  for (const [code, key] of lists) {
    const commission = commissions.get(key);
    if (commission === undefined || !(await maySeeBatch(db, asking.caller, commission.value.batch))) continue;
    words.set(code, [commissionWord(commission, { by: 'list', code, product: null })]);
  }
  return words;
};

/** Loads what is said of these second codes. */
export const loadWords = async (
  asking: Asking,
  rows: readonly AliasRow[],
): Promise<(row: AliasRow) => Words> => {
  const textsOfRows = (each: readonly AliasRow[]): Promise<Texts> => textsOf(asking, each);
  const texts = await textsOfRows(rows);
  const own = rows.filter(({ value }) => texts.has(value.alias));
  const all = [
    await loadEarlier(asking, rows, textsOfRows),
    await loadObjects(asking, own),
    await loadLists(asking, rows, texts),
    await selectCommissionings(asking.services.db, asking.caller, rows),
  ];
  return (row) => ({
    second: aliasWord(row, texts),
    others: all.flatMap((words) => words.get(row.value.alias) ?? []),
  });
};
