import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { EpcPart } from './event-rows.js';

/** One identifier that is looked for: itself, or everything of the class that a pattern names. */
export interface EpcMatch {
  readonly epc: string;
  /** Beginnings of further identifiers that match. */
  readonly prefixes: readonly string[];
}

/** What an event has to have; every condition counts. */
export interface EventConditions {
  readonly matches: readonly { readonly parts: readonly EpcPart[]; readonly epcs: readonly EpcMatch[] }[];
  /** Column → allowed values. */
  readonly equal: readonly {
    readonly column: 'type' | 'biz_step' | 'disposition' | 'action' | 'event_id';
    readonly values: readonly string[];
  }[];
  readonly ranges: readonly {
    readonly column: 'event_time' | 'record_time';
    readonly operator: '>=' | '<';
    readonly value: string;
  }[];
  /** The last event of the page before. */
  readonly after: readonly [eventTime: string, hash: string, declared: string] | undefined;
}

const EVENT = ['hash', 'declared', 'event_id', 'event_time', 'record_time', 'context', 'event'] as const;
const ESCAPED = /[\\%_]/g;

/** Captured events of an enterprise, the newest first. */
export const selectEvents = (
  db: Database,
  enterprise: string,
  { matches, equal, ranges, after }: EventConditions,
  limit: number,
) => {
  let query = db.selectFrom('epcis_events as e').select(EVENT).where('e.enterprise', '=', enterprise);
  for (const { column, values } of equal) query = query.where(column, 'in', [...values]);
  for (const { column, operator, value } of ranges) query = query.where(column, operator, value);
  for (const { parts, epcs } of matches) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('epcis_epcs as n')
          .select('n.epc')
          .whereRef('n.hash', '=', 'e.hash')
          .whereRef('n.declared', '=', 'e.declared')
          .where('n.enterprise', '=', enterprise)
          .where('n.part', 'in', [...parts])
          .where((any) =>
            any.or(
              epcs.flatMap(({ epc, prefixes }) => [
                any('n.epc', '=', epc),
                ...prefixes.map((prefix) => any('n.epc', 'like', `${prefix.replace(ESCAPED, '\\$&')}%`)),
              ]),
            ),
          ),
      ),
    );
  }
  if (after !== undefined) {
    const [time, hash, declared] = after;
    query = query.where(
      sql<boolean>`(e.event_time < ${time} or (e.event_time = ${time} and (e.hash, e.declared) > (${hash}, ${declared})))`,
    );
  }
  return query.orderBy('e.event_time', 'desc').orderBy('e.hash').orderBy('e.declared').limit(limit);
};

/** An event by its id or hash, with declarations that it was wrong. */
export const selectEvent = (db: Database, enterprise: string, eventId: string, hash: string) =>
  db
    .selectFrom('epcis_events')
    .select(EVENT)
    .where('enterprise', '=', enterprise)
    .where((eb) => eb.or([eb('event_id', '=', eventId), eb('hash', '=', hash)]))
    .orderBy('event_time')
    .orderBy('hash')
    .orderBy('declared');

/** A capture of an enterprise by its job. */
export const selectCapture = (db: Database, enterprise: string, job: string) =>
  db
    .selectFrom('epcis_captures as c')
    .innerJoin('transactions as t', (join) =>
      join.onRef('t.tx_id', '=', 'c.tx_id').onRef('t.block', '=', 'c.block'),
    )
    .select(['c.state', 'c.received_at', 'c.behaviour', 'c.events', 'c.duplicates', 'c.errors', 'c.capture'])
    .select(['c.block', 'c.tx_id', 't.timestamp'])
    .where('c.job', '=', job)
    .where('c.enterprise', '=', enterprise);
