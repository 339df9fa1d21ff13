/** Answers queries, page by page; all pages of one query see the events of one moment. */
import * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import type { Condition, EventQuery } from './conditions.js';
import { refuse } from './parameter-values.js';
import type { Reader } from './visible-events.js';
import { areMoreThan, selectEvents, type SelectedEvent, type Selection } from './queries.js';

/** A page of events, and the token of the next one. */
export interface EventPage {
  readonly events: readonly SelectedEvent[];
  readonly next: string | null;
}

const text = z
  .string()
  .max(2048)
  .regex(/^[^\0]*$/);
/** Last block, events still to come (null: all), then the last event, or how many have been. */
const pageStart = z.tuple([
  z.int().min(0),
  z.int().min(1).nullable(),
  z.union([z.tuple([text, text, text, text]), z.int().min(0)]),
]);
type PageStart = z.infer<typeof pageStart>;

const parseToken = (token: string): PageStart => {
  try {
    return pageStart.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
  } catch {
    return refuse('nextPageToken');
  }
};

const newToken = (start: PageStart): string =>
  Buffer.from(JSON.stringify(start), 'utf8').toString('base64url');

/** Whose events, and as of which block. */
export interface Asked {
  readonly db: Database;
  readonly reader: Reader;
  readonly asOfBlock: number;
  /** Conditions beside those of the query, such as those of a path. */
  readonly also?: readonly Condition[];
}

const startOf = (query: EventQuery, asOfBlock: number): PageStart | [number, number | null, undefined] =>
  query.nextPageToken === undefined
    ? [asOfBlock, query.eventCountLimit ?? null, undefined]
    : parseToken(query.nextPageToken);

const assertNotTooMany = async (db: Database, query: EventQuery, selection: Selection): Promise<void> => {
  const most = query.maxEventCount;
  if (most !== undefined && (await areMoreThan(db, selection, most)))
    throw new ApiError('QUERY_TOO_LARGE', { most });
};

const selectionOf = (
  { reader, also = [] }: Asked,
  query: EventQuery,
  [upTo, left, place]: ReturnType<typeof startOf>,
): Selection => ({
  reader,
  conditions: [...query.conditions, ...also],
  order: query.order,
  upTo,
  after: Array.isArray(place) ? place : undefined,
  offset: typeof place === 'number' ? place : undefined,
  limit: Math.min(query.perPage, left ?? query.perPage),
});

/** Where the page after an event starts. */
const placeAfter = (last: SelectedEvent, { order, offset = 0, limit }: Selection): PageStart[2] => {
  if (typeof order.by !== 'string') return offset + limit;
  const time = order.by === 'record_time' ? last.record_time : last.event_time;
  return [time, last.hash, last.declared, last.event_id];
};

/** @throws ApiError QUERY_INVALID, QUERY_TOO_LARGE */
export const runQuery = async (asked: Asked, query: EventQuery): Promise<EventPage> => {
  const start = startOf(query, asked.asOfBlock);
  const [upTo, left, place] = start;
  const isTimed = typeof query.order.by === 'string';
  if (place !== undefined && isTimed !== Array.isArray(place)) return refuse('nextPageToken');
  const selection = selectionOf(asked, query, start);
  if (place === undefined) await assertNotTooMany(asked.db, query, selection);
  const read = await selectEvents(asked.db, { ...selection, limit: selection.limit + 1 });
  const events = read.slice(0, selection.limit);
  const remaining = left === null ? null : left - events.length;
  const last = events.at(-1);
  const isLast = read.length <= selection.limit || remaining === 0;
  if (last === undefined || isLast) return { events, next: null };
  return { events, next: newToken([upTo, remaining, placeAfter(last, selection)]) };
};
