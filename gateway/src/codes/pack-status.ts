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

const openRecalls = async (db: Database, batch: string): Promise<PackStatus['recalls']> => {
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

/** The status of a pack. */
export const packStatusOf = async (parts: Parts, gtin: string, serial: string): Promise<PackStatus> => {
  const { db, issuing } = parts;
  const found = await issuing.find(gtin, serial);
  if (found === undefined) return NOT_KNOWN;
  const { block, place } = found;
  const issuer = String((await recordValue(db, keyOf('ent', block.enterprise)))?.['name']);
  const notUsed: PackStatus = { ...NOT_KNOWN, status: 'notUsed', issuer };
  const commission = block.commission === null ? undefined : await commissionOf(db, block.commission);
  if (commission === undefined || !(await isUsed(parts, block, place, commission))) return notUsed;
  const batch = await recordValue(db, keyOf('batch', commission.batch));
  const unit = (await recordValue(db, keyOf('unit', packHash(gtin, serial)))) as UnitRecord | undefined;
  return {
    ...{ status: 'commissioned', issuer },
    usableUntil: String(batch?.['usableUntil']),
    unit: unit?.state ?? null,
    recalls: await openRecalls(db, commission.batch),
  };
};
