import type { TaskRecord } from '@yaosu/chaincode/model/task/schemas';
import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import { viewOf } from '../records/record-view.js';

/** A task as reads show it. */
export type TaskView = ReadAnswer<'task'>['task'];

type Row = Parameters<typeof viewOf>[0];

/** What is public of a task's row. */
export const taskViewOf = (row: Row): TaskView => {
  const { value, hash, block, txId } = viewOf(row);
  return { ...(value as Omit<TaskRecord, 'v' | 'by'>), hash, block, txId };
};

/** A task's row, whoever asks; undefined when there is none. */
export const findTask = (db: Database, task: string): Promise<Row | undefined> =>
  db.selectFrom('records').selectAll().where('key', '=', `task~${task}`).executeTakeFirst();
