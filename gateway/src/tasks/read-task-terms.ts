import { sumOf } from '@yaosu/chaincode/model/kernel/quantity';
import type { TaskTerms } from '@yaosu/chaincode/model/task/terms';
import { compensationOf, type Compensation } from '@yaosu/chaincode/rules/task/compensation';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { findTask, taskViewOf, type TaskView } from './find-task.js';
import { openTerms } from './open-terms.js';

/** What the terms make of the latest delivery; null before there is one. */
const compensationFor = (
  { delivery, quantity, deliverBy }: TaskView,
  terms: TaskTerms,
): Compensation | null =>
  delivery === null
    ? null
    : compensationOf(terms, {
        ordered: quantity,
        delivered: sumOf(delivery.lines.map((line) => line.quantity)),
        deliverBy,
        deliveredAt: delivery.at,
      });

/** `GET /api/tasks/{id}/terms`: for anybody but the two, an authority too, a task has none and does not exist */
export const readTaskTerms: ReadHandler<'taskTerms'> = async ({ params: { id }, caller, services }) => {
  const row = await findTask(services.db, id);
  const task = row === undefined ? undefined : taskViewOf(row);
  if (task === undefined || ![task.client, task.cdmo].includes(caller.enterprise)) {
    throw new ApiError('RECORD_NOT_FOUND');
  }
  const opened = await openTerms(services, caller.enterprise, task);
  return {
    task: id,
    commitment: task.terms.commitment,
    proved: opened !== undefined,
    salt: opened?.salt ?? null,
    terms: opened?.terms ?? null,
    compensation: opened === undefined ? null : compensationFor(task, opened.terms),
  };
};
