import { sql, type Expression } from 'kysely';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { fromMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { stockLines } from './queries.js';

type Line = ReadAnswer<'stock'>['stock'][number];

const OFFSET = /^\d{1,6}$/;

const batchesOf = (recall: string): Expression<string> =>
  sql<string>`(select jsonb_array_elements_text(value -> 'batches') from records where key = ${keyOf('rec', recall)})`;

/** `GET /api/stock`: unspent parcels that the caller holds; the cursor counts lines, which are few. */
export const listStock: ReadHandler<'stock'> = async ({ query, caller, services: { db } }) => {
  const { batch, recall, cursor = '0', limit } = query;
  if (!OFFSET.test(cursor)) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  const offset = Number(cursor);
  const read = await stockLines(db, caller.enterprise)
    .select(sql<string>`sum(quantity)::text`.as('quantity'))
    .select(sql<number>`count(*)::int`.as('parcels'))
    .$if(batch !== undefined, (select) => select.where('batch', '=', batch ?? ''))
    .$if(recall !== undefined, (select) => select.where('batch', 'in', batchesOf(recall ?? '')))
    .orderBy('batch')
    .orderBy('site')
    .orderBy('status')
    .orderBy('owner')
    .orderBy('shipment')
    .offset(offset)
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(read, limit, () => String(offset + limit));
  const stock = rows.map((row) => ({ ...row, quantity: fromMillionths(BigInt(row.quantity)) }));
  return { stock: stock as Line[], next };
};
