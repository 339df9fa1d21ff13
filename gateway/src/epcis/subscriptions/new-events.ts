/** Events that a subscriber has not acknowledged yet, in the order of the ledger. */
import { sql } from 'kysely';
import type { Database } from '../../db/open-database.js';
import { conditionSql } from '../condition-sql.js';
import type { Condition } from '../conditions.js';
import { matchOf } from '../epc-patterns.js';
import { parseEventQuery } from '../parse-query.js';
import type { SelectedEvent } from '../queries.js';
import { sidesOf, type Reader } from '../visible-events.js';
import type { Cursor, NamedQuery, Subscription } from './query-store.js';

/** Most events of one report. */
export const REPORT_EVENTS = 100;

const EVENT = sql.raw('e.event_id, e.record_time, e.context, e.event, e.block, e.capture, e.position');

/** An event with its place. */
export type NewEvent = Pick<
  SelectedEvent,
  'event_id' | 'record_time' | 'context' | 'event' | 'block' | 'capture' | 'position'
>;

const initialConditions = ({
  initialRecordTime: value,
}: Pick<Subscription, 'initialRecordTime'>): readonly Condition[] =>
  value === undefined ? [] : [{ kind: 'range', column: 'record_time', operator: '>=', value }];

const select = async (
  db: Database,
  reader: Reader,
  cursor: Cursor | null,
  conditions: readonly Condition[],
): Promise<readonly NewEvent[]> => {
  const { block, capture, position } = cursor ?? { block: -1, capture: '', position: -1 };
  const sides = sidesOf(reader).map((side) => {
    const where = sql.join(
      [
        side.isSeen,
        sql`(e.block, e.capture, e.position) > (${block}::bigint, ${capture}, ${position}::int)`,
        ...conditions.map((condition) => conditionSql(side, condition)),
      ],
      sql` and `,
    );
    return sql`(select e.* from epcis_events as e where ${where}
      order by e.block, e.capture, e.position limit ${REPORT_EVENTS})`;
  });
  const { rows } = await sql<NewEvent>`select ${EVENT} from (${sql.join(sides, sql` union all `)}) as e
    order by e.block, e.capture, e.position limit ${REPORT_EVENTS}`.execute(db);
  return rows;
};

/**
 * What is to be reported next; none when a trigger has not been captured since.
 * @param at when it is asked: grants by which events of the ledger are seen end
 */
export const newEvents = async (
  db: Database,
  { enterprise, query }: Pick<NamedQuery, 'enterprise' | 'query'>,
  subscription: Pick<Subscription, 'cursor' | 'initialRecordTime' | 'trigger'>,
  at: string,
): Promise<readonly NewEvent[]> => {
  const { cursor, trigger } = subscription;
  const reader = { enterprise, at };
  const initial = initialConditions(subscription);
  if (trigger !== undefined) {
    const parts = ['epc', 'parent', 'input', 'output'] as const;
    const about: Condition = { kind: 'epc', parts, epcs: [matchOf(trigger)] };
    const triggered = await select(db, reader, cursor, [about, ...initial]);
    if (triggered.length === 0) return [];
  }
  return select(db, reader, cursor, [...parseEventQuery(query).conditions, ...initial]);
};

/** Where an event stands. */
export const cursorOf = ({ block, capture, position }: NewEvent): Cursor => ({
  block,
  capture,
  position,
});
