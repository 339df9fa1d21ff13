import { ApiError } from '../api/api-error.js';
import { DESK_KINDS, type DeskItem, type DeskKind } from '../api/quality.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler, ReadRequest } from '../http/read-handler.js';
import { lotsAmong } from '../search/find-lots.js';
import { newFinding } from '../search/finding.js';
import { readDesk } from './read-desk.js';

type Request = ReadRequest<'qualityDesk'>;

const CURSOR = /^[01] \d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z [a-zA-Z]{3,20} .{1,180}$/;

const parseCursor = (cursor: string | undefined): string => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return cursor ?? '';
};

/** Place at the desk: overdue first, then who waits longest. */
const placeOf = ({ state, since, id }: DeskItem): string =>
  `${state === 'overdue' ? '0' : '1'} ${since} ${id}`;

/** Batches that the words mean: by name, or by the beginning of their id. */
const meantBy = async (
  text: string,
  { caller, services }: Request,
  batches: Parameters<typeof lotsAmong>[1],
): Promise<ReadonlySet<string>> => {
  const { hits } = await lotsAmong(newFinding(text, caller, services), batches, batches.length);
  const byId = batches.map(({ batch }) => batch).filter((batch) => batch.startsWith(text.toLowerCase()));
  return new Set([...hits.flatMap((hit) => hit.batches), ...byId]);
};

/** All that waits and the words, the state and the firm's part let through, of every kind. */
const filteredItems = async (request: Request): Promise<readonly DeskItem[]> => {
  const { q, state, whose, batch } = request.query;
  const { items, batches } = await readDesk(request.services.db, { caller: request.caller, batch });
  const meant = q === undefined ? undefined : await meantBy(q, request, batches);
  return items
    .filter((item) => state === undefined || item.state === state)
    .filter((item) => whose === undefined || item.whose === whose)
    .filter((item) => meant === undefined || item.batches.some((batch) => meant.has(batch)));
};

const countsOf = (items: readonly DeskItem[]): Record<DeskKind, number> => {
  const count = (kind: DeskKind): number => items.filter((item) => item.kind === kind).length;
  return Object.fromEntries(DESK_KINDS.map((kind) => [kind, count(kind)])) as Record<DeskKind, number>;
};

/** `GET /api/quality-desk` */
export const listQualityDesk: ReadHandler<'qualityDesk'> = async (request) => {
  const { query } = request;
  const after = parseCursor(query.cursor);
  const found = await filteredItems(request);
  const read = found
    .filter(({ kind }) => query.kind === undefined || kind === query.kind)
    .filter((item) => placeOf(item) > after)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const { rows, next } = pageOf(read, query.limit, placeOf);
  return { items: [...rows], next, counts: countsOf(found) };
};
