/** Tasks of a transaction: found, the signer's, in a state that allows the act. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { taskRecord, type TaskRecord } from '../../model/task/schemas.js';
import type { TaskStep } from '../../model/task/states.js';
import { stateAfter } from '../../rules/task/assert-step.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';

/** A transaction about one task. */
export type OnTask = ActTransaction<{ readonly task: string }>;

/** A task of the signer in `role`, as the act leaves its state. @throws TASK_NOT_FOUND, ENTERPRISE_FOREIGN, STATE_WRONG */
export const stepTask = async (tx: OnTask, role: 'client' | 'cdmo', step: TaskStep): Promise<TaskRecord> => {
  const { task } = tx.payload;
  const record = await tx.state.get(taskRecord, 'task', task);
  if (record === undefined) throw new YaosuError('TASK_NOT_FOUND', { task });
  assertOwn(tx, role, record[role]);
  return { ...record, state: stateAfter(record.state, step) };
};

/** Writes it. @returns its key, as acts answer */
export const saveTask = (tx: OnTask, record: TaskRecord, event: string): { key: string } => {
  const key = keyOf('task', record.task);
  tx.state.put('task', [record.task], record);
  tx.emit(event, [key]);
  return { key };
};
