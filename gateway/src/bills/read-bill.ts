import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { billViewOf } from './bill-views.js';
import { billOf } from './queries.js';

const CURSOR = /^\d{1,9}$/;

/** `GET /api/bills/{id}`: a bill of others is answered like one that does not exist. */
export const readBill: ReadHandler<'bill'> = async ({
  params: { id },
  query: { cursor = '0', limit },
  caller: { enterprise },
  services: { db, bills },
}) => {
  const row = await billOf(db, id);
  if (row?.enterprise !== enterprise) throw new ApiError('RECORD_NOT_FOUND');
  if (!CURSOR.test(cursor)) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  const from = Number(cursor);
  const read = row.lines.slice(from, from + limit + 1);
  const { rows: lines, next } = pageOf(read, limit, () => String(from + limit));
  return { bill: billViewOf(row, bills.states), lines: [...lines], next };
};
