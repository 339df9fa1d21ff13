import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { batchesOf, viewOf, type BatchView } from '../batch/queries.js';
import { isOpenTo } from '../documents/read-document.js';
import type { SearchHit } from '../api/search.js';
import type { LotName } from '../vault/lot-names.js';
import type { Finding } from './finding.js';

/** So many lots are looked through by name, the newest first. */
const MAX_LOOKED = 2_000;

/** Hits among lots, and how far was looked. */
export interface FoundLots {
  readonly hits: readonly SearchHit[];
  readonly looked: number;
  readonly isAll: boolean;
}

const isMeant = ({ name, product, lot }: LotName, words: readonly string[]): boolean => {
  const whole = `${name} ${product} ${lot}`.toLowerCase();
  return words.every((word) => whole.includes(word));
};

/** A lot and the document that names it. */
type Named = Pick<BatchView, 'batch' | 'identity'>;

const documentsOf = async (
  { services: { db } }: Finding,
  batches: readonly Named[],
): Promise<ReadonlyMap<string, DocumentRecord>> => {
  if (batches.length === 0) return new Map();
  const rows = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('key', 'in', [...new Set(batches.map(({ identity }) => keyOf('doc', identity)))])
    .execute();
  return new Map(rows.map(({ key, value }) => [key, value as unknown as DocumentRecord]));
};

/** Those of these lots whose product, name and number have all words; only what is open to the caller is found. */
export const lotsAmong = async (
  finding: Finding,
  batches: readonly Named[],
  limit: number,
): Promise<readonly SearchHit[]> => {
  const { services, caller, words } = finding;
  const documents = await documentsOf(finding, batches);
  const hits: SearchHit[] = [];
  for (const { batch, identity } of batches) {
    if (hits.length >= limit) break;
    const document = documents.get(keyOf('doc', identity));
    const name = document && (await services.lotNames.of(caller.enterprise, document));
    if (document === undefined || name === undefined || !isMeant(name, words)) continue;
    if (!(await isOpenTo(services.db, caller.enterprise, document, caller.at))) continue;
    const title = `${name.name} · ${name.lot}`;
    hits.push({
      key: keyOf('batch', batch),
      type: 'batch',
      by: 'lot',
      title,
      drill: false,
      batches: [batch],
    });
  }
  return hits;
};

/** Lots by product, name and number, among the newest that the caller may see. */
export const findLots = async (finding: Finding, limit: number): Promise<FoundLots> => {
  const rows = await batchesOf(finding.services.db, finding.caller)
    .orderBy('batches.block', 'desc')
    .orderBy('batches.batch')
    .limit(MAX_LOOKED + 1)
    .execute();
  const batches = rows.slice(0, MAX_LOOKED).map(viewOf);
  const hits = await lotsAmong(finding, batches, limit);
  return { hits, looked: batches.length, isAll: rows.length <= MAX_LOOKED };
};
