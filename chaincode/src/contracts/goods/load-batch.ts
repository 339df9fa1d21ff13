import { holdRecord, stopRecord } from '../../model/batch/goods-schemas.js';
import { batchRecord, type BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { type ParcelStatus, type Purpose } from '../../model/stock/states.js';
import { assertUsable, type Blocks } from '../../rules/stock/assert-usable.js';
import type { ActTransaction } from '../act-transaction.js';

/** @throws BATCH_NOT_FOUND */
export const loadBatch = async ({ state }: ActTransaction, batch: string): Promise<BatchRecord> => {
  const record = await state.get(batchRecord, 'batch', batch);
  if (record === undefined) throw new YaosuError('BATCH_NOT_FOUND', { batch });
  return record;
};

/** Stops and holds of a batch, each by one partial range: one that is placed meanwhile makes a phantom, as wanted. */
export const blocksOf = async ({ state }: ActTransaction, batch: string): Promise<Blocks> => ({
  stops: await state.range(stopRecord, 'stop', batch),
  holds: await state.range(holdRecord, 'hold', batch),
});

/** Whether a batch may go for a purpose now. @throws as {@link assertUsable} */
export const requireUsable = async (
  tx: ActTransaction,
  purpose: Purpose,
  batch: BatchRecord,
  statuses: readonly ParcelStatus[],
): Promise<void> => {
  assertUsable(purpose, batch, await blocksOf(tx, batch.batch), statuses, tx.at);
};
