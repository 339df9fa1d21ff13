import { LOGGERS_ON_BOARD } from '@yaosu/chaincode/model/telemetry/states';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { sql } from 'kysely';
import { isForKind, isReaderOf } from '../access/authority-readers.js';
import { ApiError } from '../api/api-error.js';
import { LOAD_ALARMS } from '../api/load-reads.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler, ReadRequest } from '../http/read-handler.js';
import { readAboard } from './read-aboard.js';
import { loadViewOf } from './load-view.js';

interface Row {
  readonly key: string;
  readonly value: ShipmentRecord;
  readonly block: number;
  /** Place of its alarm among {@link LOAD_ALARMS}. */
  readonly rank: number;
}

const CURSOR = /^(\d) (\d{1,15}) (ship~[0-9a-f]{64})$/;

/** Rows after the one that the cursor names. */
const afterSql = (cursor: string | undefined) => {
  if (cursor === undefined) return sql`true`;
  const [, rank, block, key] = CURSOR.exec(cursor) ?? [];
  if (rank === undefined || block === undefined || key === undefined) {
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  }
  return sql`(rank, -block, key) > (${rank}::int, -${block}::bigint, ${key})`;
};

/** Verdict on what a logger (`l.id`) has read on a shipment (`s`), as its last page says. */
const LAST_VERDICT = sql`(select p.value ->> 'verdict' from readings as r
  join records as p on p.key = 'page~' || r.logger || '~' || r.sequence
  where r.shipment = s.value ->> 'shipment' and r.logger = l.id order by r.sequence desc limit 1)`;

const RANK = sql`case
  when s.value ->> 'condition' = 'pending' then 0
  when s.value -> 'profile' = 'null'::jsonb then 4
  when not exists (select from readings as r where r.shipment = s.value ->> 'shipment') then 2
  when exists (select from jsonb_array_elements_text(s.value -> 'loggers') as l (id)
    where coalesce(${LAST_VERDICT}, 'notProven') = 'notProven') then 1
  else 3 end`;

const selectPage = async ({ query, caller, services: { db } }: ReadRequest<'loads'>) => {
  const { alarm, cursor, limit } = query;
  const isOfAlarm = alarm === undefined ? sql`true` : sql`rank = ${LOAD_ALARMS.indexOf(alarm)}`;
  const { rows } = await sql<Row>`select key, value, block::int, rank from (
      select s.key, s.value, s.block, ${RANK} as rank from records as s
      where s.type = 'ship' and s.value ->> 'state' = any(${[...LOGGERS_ON_BOARD]}::text[])
        and ${isReaderOf('s.key', caller)}
    ) as loads
    where ${isOfAlarm} and ${afterSql(cursor)}
    order by rank, block desc, key limit ${limit + 1}`.execute(db);
  return rows;
};

/** `GET /api/loads`: an authority whose subject reads shipments but not what was read on them gets none. */
export const listLoads: ReadHandler<'loads'> = async (request) => {
  const { query, caller, services } = request;
  if (!isForKind(caller, 'exc')) return { loads: [], next: null };
  const { rows, next } = pageOf(
    await selectPage(request),
    query.limit,
    ({ rank, block, key }) => `${String(rank)} ${String(block)} ${key}`,
  );
  const aboard = await readAboard(
    services.db,
    rows.map(({ value }) => value),
  );
  const loads = rows.map(({ value, block, rank }) =>
    loadViewOf(value, aboard, { block, alarm: LOAD_ALARMS[rank] ?? 'notProven' }),
  );
  return { loads, next };
};
