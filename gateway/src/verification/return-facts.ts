/** What the ledger and the issuer's own papers say of a returned pack. */
import type { HoldRecord, StopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { UnitRecord } from '@yaosu/chaincode/model/code/schemas';
import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import { YaosuError } from '@yaosu/chaincode/model/kernel/errors';
import { keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { daysLater } from '@yaosu/chaincode/model/kernel/time';
import { assertUsable, expiryCondition, type Blocks } from '@yaosu/chaincode/rules/stock/assert-usable';
import { LEDGER_NAMES } from '../api/epcis.js';
import { openRecalls, type FoundPack } from '../codes/pack-status.js';
import type { Database } from '../db/open-database.js';
import { recordsUnder } from '../enterprise/queries.js';
import { nowInstant } from '../ports.js';
import { recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import type { ReturnFacts } from './judge-return.js';

/** What is printed on the pack. */
export interface Printed {
  readonly lot: string;
  /** YYMMDD; day 00 is the last of the month. */
  readonly exp: string;
}

const isLastOfMonth = (day: string): boolean => daysLater(day, 1).endsWith('-01');

/** Whether a printed date is the last day of use. */
export const isPrintedAs = (exp: string, usableUntil: string): boolean => {
  const spelled = usableUntil.slice(2).replaceAll('-', '');
  return exp === spelled || (exp === `${spelled.slice(0, 4)}00` && isLastOfMonth(usableUntil));
};

const valuesUnder = async <T>(db: Database, type: KeyType, batch: string): Promise<readonly T[]> => {
  const rows = await recordsUnder(db, type, `${keyOf(type, batch)}~`);
  return rows.map(({ value }) => value as T);
};

const blocksOf = async (db: Database, batch: string): Promise<Blocks> => ({
  holds: await valuesUnder<HoldRecord>(db, 'hold', batch),
  stops: await valuesUnder<StopRecord>(db, 'stop', batch),
});

/** The contract's own rule of what may be sold. */
const isBarred = (batch: BatchRecord, blocks: Blocks, at: string): boolean => {
  try {
    assertUsable('sale', batch, blocks, [], at);
    return false;
  } catch (error) {
    if (error instanceof YaosuError) return true;
    throw error;
  }
};

/** An alert about the pack that nobody has explained. */
const isSeenWrongly = async ({ db, triages }: Parts, code: string): Promise<boolean> => {
  const alerts = await db
    .selectFrom('alerts')
    .select('id')
    .where('epc', '=', LEDGER_NAMES.code + code)
    .where('settled_block', 'is', null)
    .execute();
  return alerts.some(({ id }) => {
    const outcome = triages.of(id).at(-1)?.outcome;
    return outcome === undefined || outcome === 'copyConfirmed';
  });
};

type Parts = Pick<Services, 'db' | 'lotNames' | 'ports' | 'triages'>;

const lotOf = async (
  { db, lotNames }: Parts,
  { identity }: BatchRecord,
  issuer: string,
): Promise<string | undefined> => {
  const document = await recordValue(db, keyOf('doc', identity));
  return document && (await lotNames.of(issuer, document as DocumentRecord))?.lot;
};

/** Facts about a pack that went out. */
export const returnFacts = async (
  parts: Parts,
  { commission, code }: FoundPack,
  { lot, exp }: Printed,
): Promise<ReturnFacts> => {
  const { db, ports } = parts;
  const now = nowInstant(ports.clock);
  const batch = (await recordValue(db, keyOf('batch', commission.batch))) as BatchRecord;
  const unit = (await recordValue(db, keyOf('unit', code))) as UnitRecord | undefined;
  const named = await lotOf(parts, batch, commission.enterprise);
  return {
    isLotRight: named === undefined ? undefined : named === lot,
    isExpiryRight: isPrintedAs(exp, batch.usableUntil),
    isSuspect: (unit !== undefined && unit.state !== 'reversed') || (await isSeenWrongly(parts, code)),
    isRecalled: (await openRecalls(db, batch.batch)).length > 0,
    isExpired: expiryCondition(batch, now).failures.length > 0,
    isBarred: isBarred(batch, await blocksOf(db, batch.batch), now),
  };
};
