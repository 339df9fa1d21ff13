/** Events, and resources that lead to them: by type, identifier, step, place, disposition. */
import { Router, type Request, type RequestHandler } from 'express';
import * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { queryText } from '../api/query-text.js';
import { EPCIS_CONTEXT } from '../api/epcis.js';
import { authenticate } from '../http/authenticate.js';
import { parsePart } from '../http/json-body.js';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { epcisAnswerOf } from './answer.js';
import { COLLECTIONS, readMembers, type CollectionName } from './collections.js';
import type { Condition } from './conditions.js';
import { answer, discover, extensionsOf, linkNext } from './http.js';
import { parseEventQuery, type Parameters } from './parse-query.js';
import { selectEvent } from './queries.js';
import { refuse } from './parameter-values.js';
import { runQuery } from './run-query.js';

const HASH_URI = /^ni:\/\/\/sha-256;([0-9a-f]{64})\?ver=CBV2\.0$/i;
const eventParams = z.strictObject({ eventId: queryText(8000) });
const memberParams = z.strictObject({ member: queryText(8000).min(1) });

/** Parameters of an address; each stands once (several values are separated by `|`). @throws ApiError QUERY_INVALID */
export const parametersOf = (request: Request): Parameters => {
  const parameters = { ...request.query };
  const repeated = Object.keys(parameters).find((name) => Array.isArray(parameters[name]));
  return repeated === undefined ? parameters : refuse(repeated);
};

const listEvents =
  (services: Services, alsoOf: (request: Request) => readonly Condition[] = () => []): RequestHandler =>
  async (request, response) => {
    const reader = await authenticate(request, services.sessions);
    const query = parseEventQuery(parametersOf(request), extensionsOf(request));
    const { asOfBlock } = services.projection;
    const asked = { db: services.db, reader, asOfBlock, also: alsoOf(request) };
    const { events, next } = await runQuery(asked, query);
    linkNext(request, response, next);
    answer(request, response, epcisAnswerOf(events, nowInstant(services.ports.clock)));
  };

/** An event as it is found by its name. */
export type NamedEvent = Awaited<ReturnType<ReturnType<typeof selectEvent>['execute']>>[number];

/** Events by an id or the URI of a hash, that the caller sees. @throws ApiError RECORD_NOT_FOUND */
export const eventsNamed = async (services: Services, request: Request): Promise<readonly NamedEvent[]> => {
  const reader = await authenticate(request, services.sessions);
  const { eventId } = parsePart(eventParams, { ...request.params }, 'QUERY_INVALID');
  const hash = HASH_URI.exec(eventId)?.[1]?.toLowerCase() ?? '';
  const events = await selectEvent(services.db, reader, eventId, hash).execute();
  if (events.length === 0) throw new ApiError('RECORD_NOT_FOUND');
  return events;
};

const readEvent =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const events = await eventsNamed(services, request);
    answer(request, response, epcisAnswerOf(events, nowInstant(services.ports.clock)));
  };

const collection = (member: readonly string[]): object => ({
  '@context': EPCIS_CONTEXT,
  type: 'Collection',
  member,
});

const memberOf = (request: Request): string =>
  parsePart(memberParams, { ...request.params }, 'QUERY_INVALID').member;

const listMembers =
  (services: Services, name: CollectionName): RequestHandler =>
  async (request, response) => {
    const reader = await authenticate(request, services.sessions);
    const { members, next } = await readMembers(services.db, reader, name, parametersOf(request));
    linkNext(request, response, next);
    answer(request, response, collection(members));
  };

const readMember =
  (services: Services, name: CollectionName): RequestHandler =>
  async (request, response) => {
    const reader = await authenticate(request, services.sessions);
    const query = parseEventQuery({ ...COLLECTIONS[name].query(memberOf(request)), perPage: 1 });
    const { asOfBlock } = services.projection;
    const { events } = await runQuery({ db: services.db, reader, asOfBlock }, query);
    if (events.length === 0) throw new ApiError('RECORD_NOT_FOUND');
    answer(request, response, collection(['events']));
  };

const TOP = ['queries', 'capture', 'events', ...Object.keys(COLLECTIONS)];

const listTop =
  (services: Services): RequestHandler =>
  async (request, response) => {
    await authenticate(request, services.sessions);
    answer(request, response, collection(TOP));
  };

/** Reads of events. */
export const queryRoutes = (services: Services): Router => {
  const routes = Router()
    .options('/', discover('GET'))
    .get('/', listTop(services))
    .options('/events', discover('GET', 'POST'))
    .get('/events', listEvents(services))
    .options('/events/:eventId', discover('GET'))
    .get('/events/:eventId', readEvent(services));
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    const conditionsOf = (request: Request): readonly Condition[] =>
      parseEventQuery(COLLECTIONS[name].query(memberOf(request)), extensionsOf(request)).conditions;
    routes
      .options(`/${name}`, discover('GET'))
      .get(`/${name}`, listMembers(services, name))
      .options(`/${name}/:member`, discover('GET'))
      .get(`/${name}/:member`, readMember(services, name))
      .options(`/${name}/:member/events`, discover('GET'))
      .get(`/${name}/:member/events`, listEvents(services, conditionsOf));
  }
  return routes;
};
