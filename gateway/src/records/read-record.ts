import { mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { viewOf } from './record-view.js';

/** `GET /api/records/{key}`: a foreign record and a key that is free are answered alike */
export const readRecord: ReadHandler<'record'> = async ({ params: { key }, caller, services: { db } }) => {
  const row = await db.selectFrom('records').selectAll().where('key', '=', key).executeTakeFirst();
  if (row === undefined || !(await mayRead(db, caller, key, row.value))) {
    throw new ApiError('RECORD_NOT_FOUND');
  }
  return { record: viewOf(row) };
};
