/** What the ledger knows of a pack, for who holds it: a code that nobody can guess is the right to ask. */
import type {
  AllocationRecord,
  CommissionRecord,
  ObjectRecord,
  UnitRecord,
} from '@yaosu/chaincode/model/code/schemas';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { sql } from 'kysely';
import type { PackStatus } from '../api/pack-status.js';
import type { Database } from '../db/open-database.js';
import { recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import { registeredAlias } from './registered-alias.js';

type Parts = Pick<Services, 'db' | 'issuing'>;

const NOT_KNOWN: PackStatus = {
  status: 'notKnown',
  issuer: null,
  usableUntil: null,
  unit: null,
  recalls: [],
};

const commissionOf = async (db: Database, commission: string): Promise<CommissionRecord | undefined> => {
  const goods = (await recordValue(db, keyOf('obj', commission))) as ObjectRecord | undefined;
  const value = await recordValue(db, keyOf('com', goods?.contents[0]?.batch ?? '', commission));
  return value as CommissionRecord | undefined;
};

/** Open recalls of a batch, drills left out. */
export const openRecalls = async (db: Database, batch: string): Promise<PackStatus['recalls']> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'rec')
    .where(sql<boolean>`value -> 'batches' @> ${JSON.stringify([batch])}::jsonb`)
    .execute();
  return rows
    .map(({ value }) => value as RecallRecord)
    .filter(({ state, drill }) => state === 'open' && !drill)
    .map((recall) => ({ class: recall.class, openedAt: recall.openedAt }));
};

/** Whether the code went out: the first ones of a commission's blocks did, as many as were used. */
const isUsed = async (
  { issuing }: Parts,
  { block, prefix }: AllocationRecord,
  place: number,
  { commission, used }: CommissionRecord,
): Promise<boolean> => {
  const blocks = await issuing.blocksOf(commission);
  const before = blocks.findIndex((each) => each.block === block && each.prefix === prefix);
  return before >= 0 && before * BLOCK_SIZE + (place % BLOCK_SIZE) < used;
};

type Issued = NonNullable<Awaited<ReturnType<Services['issuing']['find']>>>;

/** The commission by which an issued serial went out; undefined as long as it has not. */
const wentOutBy = async (parts: Parts, { block, place }: Issued): Promise<CommissionRecord | undefined> => {
  const commission = block.commission === null ? undefined : await commissionOf(parts.db, block.commission);
  return commission !== undefined && (await isUsed(parts, block, place, commission)) ? commission : undefined;
};

/** The commission on whose list a pack stands itself, where this gateway issued its serial. */
export const listedOn = async (
  parts: Parts,
  gtin: string,
  serial: string,
): Promise<CommissionRecord | undefined> => {
  const issued = await parts.issuing.find(gtin, serial);
  return issued === undefined ? undefined : wentOutBy(parts, issued);
};

/** A pack that went out: by which commission, and the ledger's name of its code. */
export interface FoundPack {
  readonly commission: CommissionRecord;
  readonly code: string;
}

const packByAlias = async (db: Database, alias: string): Promise<FoundPack | undefined> => {
  const found = await registeredAlias(db, alias);
  const [batch = ''] = found?.batches ?? [];
  if (found?.unit == null) return undefined;
  const value = await recordValue(db, keyOf('com', batch, found.unit.commission));
  return { commission: value as CommissionRecord, code: found.code };
};

/** A code that is on a list stands for itself, any other one for what it is a second code of. */
const packUnder = async (
  parts: Parts,
  code: string,
  issued: Issued | undefined,
): Promise<FoundPack | undefined> => {
  const commission = issued && (await wentOutBy(parts, issued));
  return commission === undefined ? packByAlias(parts.db, code) : { commission, code };
};

/** A pack by its own code or by a second one. */
export const findPack = async (parts: Parts, gtin: string, serial: string): Promise<FoundPack | undefined> =>
  packUnder(parts, packHash(gtin, serial), await parts.issuing.find(gtin, serial));

const issuerName = async (db: Database, enterprise: string): Promise<string> =>
  String((await recordValue(db, keyOf('ent', enterprise)))?.['name']);

const statusOf = async (db: Database, { commission, code }: FoundPack): Promise<PackStatus> => {
  const batch = await recordValue(db, keyOf('batch', commission.batch));
  const unit = (await recordValue(db, keyOf('unit', code))) as UnitRecord | undefined;
  return {
    ...{ status: 'commissioned', issuer: await issuerName(db, commission.enterprise) },
    usableUntil: String(batch?.['usableUntil']),
    unit: unit?.state ?? null,
    recalls: await openRecalls(db, commission.batch),
  };
};

/** The status of a pack, by its own code or by a second one. */
export const packStatusOf = async (parts: Parts, gtin: string, serial: string): Promise<PackStatus> => {
  const issued = await parts.issuing.find(gtin, serial);
  const pack = await packUnder(parts, packHash(gtin, serial), issued);
  if (pack !== undefined) return statusOf(parts.db, pack);
  if (issued === undefined) return NOT_KNOWN;
  return { ...NOT_KNOWN, status: 'notUsed', issuer: await issuerName(parts.db, issued.block.enterprise) };
};
