import { sql, type RawBuilder } from 'kysely';
import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { billViewOf } from './bill-views.js';
import { isInState, type BillRow } from './queries.js';

const CURSOR = /^(\d{1,15}) (\d{1,9})$/;

const isAfterCursor = (cursor: string | undefined): RawBuilder<boolean> => {
  if (cursor === undefined) return sql<boolean>`true`;
  const [, block, position] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || position === undefined)
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return sql<boolean>`(b.block, b.position) < (${block}::bigint, ${position}::int)`;
};

const isSame = (column: string, operator: '=' | '>=' | '<=', value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} ${sql.raw(operator)} ${value}`;

/** `GET /api/bills` */
export const listBills: ReadHandler<'bills'> = async ({ query, caller: { enterprise }, services }) => {
  const { db, bills } = services;
  const { kind, state, from, to, partner, cursor, limit } = query;
  const { rows: read } = await sql<BillRow>`select b.* from bills as b where ${sql.join(
    [
      isSame('b.enterprise', '=', enterprise),
      isSame('b.kind', '=', kind),
      isSame('b.day', '>=', from),
      isSame('b.day', '<=', to),
      isSame('b.partner', '=', partner),
      isInState(state, bills.states, enterprise),
      isAfterCursor(cursor),
    ],
    sql` and `,
  )} order by b.block desc, b.position desc limit ${limit + 1}`.execute(db);
  const { rows, next } = pageOf(read, limit, (row) => `${String(row.block)} ${String(row.position)}`);
  return { bills: rows.map((row) => billViewOf(row, bills.states)), next };
};
