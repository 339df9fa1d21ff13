/** Named queries (EPCIS 2.0, section 12.7), and their events as pages or as a stream. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import * as z from 'zod';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { addressOf } from '../api/epcis.js';
import { isWithoutNul } from '../api/query-text.js';
import { authenticate } from '../http/authenticate.js';
import { parsePart } from '../http/json-body.js';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { epcisAnswerOf } from './answer.js';
import { answer, discover, linkNext } from './http.js';
import { bodyOf, jsonOf, namesIn } from './json-request.js';
import { refuse } from './parameter-values.js';
import { parseEventQuery, perPageOf, tokenOf, type Parameters } from './parse-query.js';
import { parametersOf } from './query-routes.js';
import { runQuery } from './run-query.js';
import { streamEvents } from './stream-events.js';
import type { NamedQuery } from './subscriptions/query-store.js';

const CREATED = 201;
const NO_CONTENT = 204;
const PAGING = ['perPage', 'nextPageToken'];

const definition = z.strictObject({
  name: z.string().min(1).max(200).refine(isWithoutNul, 'NUL'),
  query: z.record(z.string(), z.unknown()),
});

const shown = ({ name, query }: NamedQuery): object => ({ name, query });

/** Judges a query before it is kept. @throws ApiError INPUT_INVALID, QUERY_INVALID */
const parseDefinition = (value: unknown): { readonly name: string; readonly query: Parameters } => {
  const { name, query } = parsePart(definition, value, 'INPUT_INVALID');
  const paging = PAGING.find((each) => Object.hasOwn(query, each));
  if (paging !== undefined) return refuse(paging);
  parseEventQuery(query);
  return { name, query };
};

const create =
  ({ sessions, queries, ports }: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    const { name, query } = parseDefinition(bodyOf(request));
    await queries.add({ enterprise, name, query, createdAt: nowInstant(ports.clock), subscriptions: [] });
    response.location(addressOf('queries', name)).status(CREATED);
    answer(request, response, { name, query });
  };

const list =
  ({ sessions, queries }: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    const parameters = parametersOf(request);
    const unknown = Object.keys(parameters).find((each) => !PAGING.includes(each));
    if (unknown !== undefined) refuse(unknown);
    const after = Buffer.from(tokenOf(parameters) ?? '', 'base64url').toString('utf8');
    const rest = queries.of(enterprise).filter(({ name }) => name > after);
    const page = rest.slice(0, perPageOf(parameters));
    const last = page.at(-1)?.name ?? '';
    linkNext(request, response, rest.length > page.length ? Buffer.from(last).toString('base64url') : null);
    answer(request, response, page.map(shown));
  };

const read =
  ({ sessions, queries }: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    answer(request, response, shown(queries.get(enterprise, namesIn(request).name)));
  };

const remove =
  ({ sessions, queries }: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    await queries.remove(enterprise, namesIn(request).name);
    response.status(NO_CONTENT).end();
  };

const isStream = (request: Request): boolean =>
  request.accepts(['json', 'text/event-stream']) === 'text/event-stream';

const page = async (
  services: Services,
  { name, query, reader }: NamedQuery & { readonly reader: Caller },
  request: Request,
  response: Response,
): Promise<void> => {
  const parameters = parametersOf(request);
  const unknown = Object.keys(parameters).find((each) => !PAGING.includes(each));
  if (unknown !== undefined) throw new ApiError('QUERY_INVALID', { issues: [unknown] });
  const { asOfBlock } = services.projection;
  const asked = parseEventQuery({ ...query, ...parameters });
  const { events, next } = await runQuery({ db: services.db, reader, asOfBlock }, asked);
  linkNext(request, response, next);
  answer(request, response, epcisAnswerOf(events, nowInstant(services.ports.clock), { queryName: name }));
};

const readEvents =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const reader = await authenticate(request, services.sessions);
    const query = services.queries.get(reader.enterprise, namesIn(request).name);
    if (isStream(request)) await streamEvents(services, query, request, response);
    else await page(services, { ...query, reader }, request, response);
  };

/** Named queries of who has a session. */
export const namedQueryRoutes = (services: Services): Router =>
  Router()
    .options('/queries', discover('GET', 'POST'))
    .get('/queries', list(services))
    .post('/queries', ...jsonOf(services), create(services))
    .options('/queries/:name', discover('GET', 'DELETE'))
    .get('/queries/:name', read(services))
    .delete('/queries/:name', remove(services))
    .options('/queries/:name/events', discover('GET'))
    .get('/queries/:name/events', readEvents(services));
