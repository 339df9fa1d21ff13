/** What may be delivered for a task. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { sumOf, toMillionths } from '../../model/kernel/quantity.js';
import type { DeliveryLines, TaskRecord } from '../../model/task/schemas.js';

/** No more than was ordered, in its unit. @throws UNIT_MISMATCH, TASK_QUANTITY_EXCEEDED */
export const assertWithinTask = ({ quantity, unit }: TaskRecord, lines: DeliveryLines): void => {
  if (lines.some((line) => line.unit !== unit)) throw new YaosuError('UNIT_MISMATCH', { unit });
  const total = sumOf(lines.map((line) => line.quantity));
  if (toMillionths(total) > toMillionths(quantity))
    throw new YaosuError('TASK_QUANTITY_EXCEEDED', { quantity });
};

/** The CDMO made it, for the client and for nobody else. @throws TASK_BATCH_FOREIGN, UNIT_MISMATCH */
export const assertMadeFor = ({ client, cdmo, unit }: TaskRecord, batch: BatchRecord): void => {
  const isForClient = batch.owner === client || batch.mah === client;
  const isForNobodyYet = batch.owner === cdmo && batch.mah === null;
  if (batch.manufacturer !== cdmo || !(isForClient || isForNobodyYet)) {
    throw new YaosuError('TASK_BATCH_FOREIGN', { batch: batch.batch });
  }
  if (batch.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit });
};
