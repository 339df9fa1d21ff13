import { sql, type RawBuilder, type Selectable } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { AlertView, SightingView } from '../api/alerts.js';
import type { AlertsTable, StoredSighting } from '../db/alert-tables.js';
import type { Database } from '../db/open-database.js';
import { isVisible } from '../epcis/visible-events.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler, ReadRequest } from '../http/read-handler.js';
import { isInState } from './alert-states.js';
import { isAlertVisible } from './visible-alerts.js';

type Row = Selectable<AlertsTable>;
type Request = ReadRequest<'alerts'>;

const CURSOR = /^(\d{1,15}) ([0-9a-f]{64})$/;

const afterSql = (cursor: string | undefined): RawBuilder<boolean> => {
  if (cursor === undefined) return sql<boolean>`true`;
  const [, block, id] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || id === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return sql<boolean>`(a.block < ${block}::bigint or (a.block = ${block}::bigint and a.id > ${id}))`;
};

const selectPage = async (request: Request): Promise<readonly Row[]> => {
  const { query, caller, services } = request;
  const isOfClass = query.class === undefined ? sql`true` : sql`a.class = ${query.class}`;
  const isOfState = query.state === undefined ? sql`true` : isInState(query.state, services.triages);
  const { rows } = await sql<Row>`select a.* from alerts as a
    where ${isAlertVisible(caller)} and ${isOfClass} and ${isOfState} and ${afterSql(query.cursor)}
    order by a.block desc, a.id limit ${query.limit + 1}`.execute(services.db);
  return rows;
};

const eventKey = (captor: string, hash: string): string => `${captor} ${hash}`;

/** Events of sightings that the caller may read as events; an authority that sees the alert sees all of it. */
const readable = async (
  db: Database,
  { caller }: Request,
  rows: readonly Row[],
): Promise<(sighting: StoredSighting) => boolean> => {
  if (caller.authority !== null && caller.purpose !== null) return () => true;
  const hashes = rows.flatMap(({ sighting, other }) => [
    sighting.event,
    ...(other === null ? [] : [other.event]),
  ]);
  const { rows: seen } = await sql<{ enterprise: string; hash: string }>`
    select e.enterprise, e.hash from epcis_events as e
    where e.hash = any(${hashes}) and ${isVisible(caller)}`.execute(db);
  const keys = new Set(seen.map(({ enterprise, hash }) => eventKey(enterprise, hash)));
  return ({ captor, event }) => keys.has(eventKey(captor, event));
};

const shown = (sighting: StoredSighting, isReadable: boolean): SightingView => {
  const { at, recordedAt, step, source, place, holder, parent, event, txId } = sighting;
  const told = { at, recordedAt, step, source, isWithheld: !isReadable };
  return isReadable
    ? { ...told, place, holder, parent, event, txId }
    : { ...told, place: null, holder: null, parent: null, event: null, txId: null };
};

/** `GET /api/alerts`. */
export const listAlerts: ReadHandler<'alerts'> = async (request) => {
  const { db, triages } = request.services;
  const { rows, next } = pageOf(
    await selectPage(request),
    request.query.limit,
    ({ block, id }) => `${String(block)} ${id}`,
  );
  const mayRead = await readable(db, request, rows);
  const viewOf = (row: Row): AlertView => {
    const { id, epc, cause, whose, batches, block, settled_block: settledBlock, sighting, other } = row;
    const found = triages.of(id);
    const state = found.length > 0 ? 'triaged' : settledBlock === null ? 'open' : 'settled';
    return {
      ...{ id, epc, state, class: row.class, cause, whose, batches, block, settledBlock },
      sighting: shown(sighting, mayRead(sighting)),
      other: other === null ? null : shown(other, mayRead(other)),
      triages: [...found],
    };
  };
  return { alerts: rows.map(viewOf), next };
};
