import { mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { findTask, taskViewOf } from './find-task.js';

/** `GET /api/tasks/{id}`: a task of others is answered like one that does not exist */
export const readTask: ReadHandler<'task'> = async ({ params: { id }, caller, services: { db } }) => {
  const row = await findTask(db, id);
  if (row === undefined || !(await mayRead(db, caller, row.key, row.value))) {
    throw new ApiError('RECORD_NOT_FOUND');
  }
  return { task: taskViewOf(row) };
};
