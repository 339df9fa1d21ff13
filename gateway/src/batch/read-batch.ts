import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { batchesOf, viewOf } from './queries.js';

/** `GET /api/batches/{id}`: a foreign batch and a random id are answered alike, by the same query */
export const readBatch: ReadHandler<'batch'> = async ({ params: { id }, caller, services: { db } }) => {
  const row = await batchesOf(db, caller).where('batches.batch', '=', id).executeTakeFirst();
  if (row === undefined) throw new ApiError('BATCH_NOT_FOUND');
  return { batch: viewOf(row) };
};
