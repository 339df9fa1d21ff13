/** What goods may be used for: purpose × disposition × market × stops × holds × status of the parcel. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import type { HoldRecord, StopRecord } from '../../model/batch/goods-schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { dayOf, later } from '../../model/kernel/time.js';
import { SAMPLED_STATUSES, type ParcelStatus, type Purpose } from '../../model/stock/states.js';
import { assertMet, type Condition } from '../condition.js';

interface PurposeRule {
  readonly dispositions: readonly BatchRecord['disposition'][];
  /** The release to the market is needed. */
  readonly market: boolean;
  readonly statuses: readonly ParcelStatus[];
  /** Goes in spite of a stop: what is recalled must be able to come home and be destroyed. */
  readonly despiteStop: boolean;
  readonly despiteHold: boolean;
  readonly despiteExpiry: boolean;
}

const released = ['released'] as const;
const any = ['inProcess', 'quarantine', 'released', 'rejected'] as const;
const anyStatus = ['quarantine', 'acceptable', 'unacceptable', 'pending', 'returned'] as const;
const outward = { despiteStop: false, despiteHold: false, despiteExpiry: false } as const;
const homeward = { despiteStop: true, despiteHold: true, despiteExpiry: true } as const;

/** Purpose → what it needs (domain page, "Shipment and trip"). */
export const PURPOSE_RULES: Readonly<Record<Purpose, PurposeRule>> = {
  use: { dispositions: released, market: false, statuses: ['acceptable'], ...outward },
  dispense: { dispositions: released, market: true, statuses: ['acceptable'], ...outward },
  sale: { dispositions: released, market: true, statuses: ['acceptable'], ...outward },
  export: { dispositions: released, market: false, statuses: ['acceptable'], ...outward },
  transferUnderQuarantine: {
    dispositions: ['inProcess', 'quarantine', 'released'],
    market: false,
    statuses: ['quarantine', 'acceptable'],
    ...outward,
  },
  sample: {
    dispositions: any,
    market: false,
    statuses: SAMPLED_STATUSES,
    ...homeward,
  },
  returnToSupplier: { dispositions: any, market: false, statuses: anyStatus, ...homeward },
  customerReturn: { dispositions: any, market: false, statuses: anyStatus, ...homeward },
  recallReturn: { dispositions: any, market: false, statuses: anyStatus, ...homeward },
  destruction: { dispositions: any, market: false, statuses: anyStatus, ...homeward },
};

const HOUR_MS = 3_600_000;
/** A provisional stop lapses after this time unless an authority confirms it. */
export const PROVISIONAL_STOP_MS = 72 * HOUR_MS;

/** Whether a stop stands in its investigation at this time: neither lifted nor lapsed. */
export const stopBinds = (stop: StopRecord, at: string): boolean =>
  !stop.lifted && !(stop.provisional && at > later(stop.placedAt, PROVISIONAL_STOP_MS));

/** Whether a stop refuses goods at this time: it binds and is no drill's. */
export const stopBlocks = (stop: StopRecord, at: string): boolean => !stop.drill && stopBinds(stop, at);

/** Whether a hold binds. */
export const holdBinds = (hold: HoldRecord): boolean => hold.liftedBy === null;

/** What a batch is up against. */
export interface Blocks {
  readonly stops: readonly StopRecord[];
  readonly holds: readonly HoldRecord[];
}

/** Kinds that a marketing release exists for; other goods are sold on the release from their site. */
export const MARKETED: readonly BatchRecord['kind'][] = ['packed'];

/** No stop refuses the batch. */
export const stopCondition = (batch: string, { stops }: Blocks, at: string): Condition => ({
  code: 'BATCH_STOPPED',
  failures: stops
    .filter((stop) => stopBlocks(stop, at))
    .map(({ investigation }) => ({ key: keyOf('stop', batch, investigation), details: { batch } })),
});

/** No hold binds. */
export const holdCondition = (batch: string, { holds }: Blocks): Condition => ({
  code: 'BATCH_HELD',
  failures: holds
    .filter(holdBinds)
    .map(({ hold }) => ({ key: keyOf('hold', batch, hold), details: { batch } })),
});

/** The last day of a batch is not over. */
export const expiryCondition = ({ batch, usableUntil }: BatchRecord, at: string): Condition => ({
  code: 'BATCH_EXPIRED',
  failures: dayOf(at) > usableUntil ? [{ key: keyOf('batch', batch), details: { batch } }] : [],
});

/** No stop refuses the batch and no hold binds. @throws BATCH_STOPPED, BATCH_HELD */
export const assertUnblocked = ({ batch }: BatchRecord, blocks: Blocks, at: string): void => {
  assertMet([stopCondition(batch, blocks, at), holdCondition(batch, blocks)]);
};

/** @throws BATCH_EXPIRED */
export const assertUnexpired = (batch: BatchRecord, at: string): void => {
  assertMet([expiryCondition(batch, at)]);
};

const assertDisposed = (batch: BatchRecord, rule: PurposeRule): void => {
  const needsMarket = rule.market && MARKETED.includes(batch.kind);
  if (!rule.dispositions.includes(batch.disposition) || (needsMarket && batch.market !== 'released')) {
    throw new YaosuError('BATCH_NOT_RELEASED', { batch: batch.batch });
  }
};

/** @throws BATCH_STOPPED, BATCH_HELD, BATCH_NOT_RELEASED, BATCH_EXPIRED, PARCEL_STATUS_UNFIT */
export const assertUsable = (
  purpose: Purpose,
  batch: BatchRecord,
  blocks: Blocks,
  statuses: readonly ParcelStatus[],
  at: string,
): void => {
  const rule = PURPOSE_RULES[purpose];
  if (!rule.despiteStop) assertMet([stopCondition(batch.batch, blocks, at)]);
  if (!rule.despiteHold) assertMet([holdCondition(batch.batch, blocks)]);
  assertDisposed(batch, rule);
  if (!rule.despiteExpiry) assertUnexpired(batch, at);
  const status = statuses.find((each) => !rule.statuses.includes(each));
  if (status !== undefined)
    throw new YaosuError('PARCEL_STATUS_UNFIT', { batch: batch.batch, purpose, status });
};
