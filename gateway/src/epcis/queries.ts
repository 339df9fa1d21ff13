import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { StoredEvent } from './answer.js';
import { conditionSql } from './condition-sql.js';
import type { Condition, Order } from './conditions.js';
import { isVisible, sidesOf, type Reader, type Side } from './visible-events.js';

/** A captured event with what orders it. */
export interface SelectedEvent extends StoredEvent {
  readonly hash: string;
  readonly declared: string;
  readonly event_time: string;
  readonly block: number;
  readonly capture: string;
  readonly position: number;
}

/** Which events, in which order, from where on. */
export interface Selection {
  readonly reader: Reader;
  readonly conditions: readonly Condition[];
  readonly order: Order;
  /** Only events of blocks up to this one: pages of one query see the same events. */
  readonly upTo: number;
  /** The last event of the page before, where events are ordered by a time. */
  readonly after?: readonly [time: string, hash: string, declared: string, id: string] | undefined;
  /** Events of the pages before, where they are ordered by something else. */
  readonly offset?: number | undefined;
  readonly limit: number;
}

const EVENT = sql.raw(
  'e.hash, e.declared, e.event_id, e.event_time, e.record_time, e.context, e.event, e.block, e.capture, e.position',
);

const direction = ({ direction: way }: Order): RawBuilder<unknown> => sql.raw(way);

const orderSql = (order: Order): RawBuilder<unknown> => {
  const way = direction(order);
  if (typeof order.by === 'string') {
    return sql`e.${sql.ref(order.by)} ${way}, e.hash ${way}, e.declared ${way}, e.event_id ${way}`;
  }
  const { fact } = order.by;
  const value = (group: string) => sql`e.facts #>> array[${group}, ${fact}, '0']::text[]`;
  return sql`(${value('number')})::float8 ${way} nulls last, (${value('is')}) collate "C" ${way} nulls last, e.hash, e.declared, e.event_id`;
};

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join([...conditions], sql` and `);

const afterSql = (order: Order, after: Selection['after']): readonly RawBuilder<unknown>[] => {
  if (after === undefined || typeof order.by !== 'string') return [];
  const [time, hash, declared, id] = after;
  const sign = sql.raw(order.direction === 'asc' ? '>' : '<');
  return [
    sql`(e.${sql.ref(order.by)}, e.hash, e.declared, e.event_id) ${sign} (${time}, ${hash}, ${declared}, ${id})`,
  ];
};

const whereSql = (side: Side, { conditions, order, upTo, after }: Selection): RawBuilder<unknown> =>
  all([
    side.isSeen,
    sql`e.block <= ${upTo}::bigint`,
    ...conditions.map((condition) => conditionSql(side, condition)),
    ...afterSql(order, after),
  ]);

/** The first so many events of each side, in the order that is wanted. */
const fromBothSides = (selection: Selection, most: number): RawBuilder<unknown> => {
  const { reader, order } = selection;
  const sides = sidesOf(reader).map(
    (side) => sql`(select e.* from epcis_events as e where ${whereSql(side, selection)}
      order by ${orderSql(order)} limit ${most}::bigint)`,
  );
  return sql`(${sql.join(sides, sql` union all `)}) as e`;
};

/** Events that a reader sees. */
export const selectEvents = async (db: Database, selection: Selection): Promise<readonly SelectedEvent[]> => {
  const { order, offset = 0, limit } = selection;
  const { rows } = await sql<SelectedEvent>`select ${EVENT} from ${fromBothSides(selection, offset + limit)}
    order by ${orderSql(order)} limit ${limit} offset ${offset}`.execute(db);
  return rows;
};

/** Whether there are more events than so many; reads none of them. */
export const areMoreThan = async (db: Database, selection: Selection, most: number): Promise<boolean> => {
  const { rows } = await sql`select from ${fromBothSides(selection, most + 1)}
    limit 1 offset ${most}::bigint`.execute(db);
  return rows.length > 0;
};

/** An event by its id or hash, with declarations that it was wrong. */
export const selectEvent = (db: Database, reader: Reader, eventId: string, hash: string) =>
  db
    .selectFrom('epcis_events as e')
    .select(['hash', 'declared', 'event_id', 'event_time', 'record_time', 'context', 'event'])
    .select(['enterprise', 'capture', 'position', 'block'])
    .where(isVisible(reader))
    .where((eb) => eb.or([eb('event_id', '=', eventId), eb('hash', '=', hash)]))
    .orderBy('event_time')
    .orderBy('hash')
    .orderBy('declared');

/** Captures of an enterprise; of one job, or a page of all, the newest first. */
export const selectCaptures = (db: Database, enterprise: string) =>
  db
    .selectFrom('epcis_captures as c')
    .innerJoin('transactions as t', (join) =>
      join.onRef('t.tx_id', '=', 'c.tx_id').onRef('t.block', '=', 'c.block'),
    )
    .select(['c.state', 'c.received_at', 'c.behaviour', 'c.events', 'c.duplicates', 'c.errors', 'c.capture'])
    .select(['c.job', 'c.block', 'c.tx_id', 't.timestamp'])
    .where('c.enterprise', '=', enterprise);
