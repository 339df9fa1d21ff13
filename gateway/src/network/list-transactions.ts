import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import { markDrills } from '../recall/mark-drills.js';
import { visibleKeys } from './visible-keys.js';

const CURSOR = /^(\d{1,15}) (\d{1,6})$/;

const parseCursor = (cursor: string): { block: number; index: number } => {
  const [, block, index] = CURSOR.exec(cursor) ?? [];
  if (block === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), index: Number(index) };
};

/** `GET /api/transactions`: valid ones of which the caller's enterprise is a party */
export const listTransactions: ReadHandler<'transactions'> = async ({ query, caller, services: { db } }) => {
  const before = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const party = JSON.stringify([{ enterprise: caller.enterprise }]);
  const read = await db
    .selectFrom('transactions')
    .selectAll()
    .where('code', '=', 0)
    .where(sql<boolean>`parties @> ${party}::jsonb`)
    .$if(before !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          eb('block', '<', before?.block ?? 0),
          eb.and([eb('block', '=', before?.block ?? 0), eb('index', '<', before?.index ?? 0)]),
        ]),
      ),
    )
    .orderBy('block', 'desc')
    .orderBy('index', 'desc')
    .limit(query.limit + 1)
    .execute();
  const { rows, next } = pageOf(read, query.limit, (last) => `${String(last.block)} ${String(last.index)}`);
  const keys = await visibleKeys(db, caller, [...new Set(rows.flatMap((row) => row.keys))]);
  const visible = new Set(keys);
  const lines = rows.map(({ block, tx_id: txId, timestamp: at, contract, act, parties, keys: all }) => ({
    block,
    txId,
    at,
    contract,
    act,
    signers: parties,
    keys: all.filter((key) => visible.has(key)),
  }));
  return { transactions: await markDrills(db, lines), next };
};
