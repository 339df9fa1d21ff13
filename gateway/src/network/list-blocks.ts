import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';

const NUMBER = /^\d{1,15}$/;

const parseCursor = (cursor: string): number => {
  if (!NUMBER.test(cursor)) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return Number(cursor);
};

/** `GET /api/blocks`, the newest first */
export const listBlocks: ReadHandler<'blocks'> = async ({ query: { cursor, limit }, services: { db } }) => {
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : parseCursor(cursor);
  const read = await db
    .selectFrom('blocks')
    .selectAll()
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, (last) => String(last.number));
  const blocks = rows.map((row) => ({
    number: row.number,
    headerHash: row.header_hash,
    previousHash: row.previous_hash,
    dataHash: row.data_hash,
    transactions: row.transactions,
    valid: row.valid,
    provisional: row.provisional,
  }));
  return { blocks, next };
};
