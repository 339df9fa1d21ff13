/** `/epcis/v2`: EPCIS 2.0 for software that never saw us. */
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import * as z from 'zod';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { ApiError } from '../api/api-error.js';
import {
  BEHAVIOUR_HEADER,
  CAPTURE_LIMITS,
  EPCIS_BASE,
  EPCIS_TYPES,
  ERROR_BEHAVIOURS,
  eventQuery,
  type ErrorBehaviour,
} from '../api/epcis.js';
import { queryText } from '../api/query-text.js';
import { authenticate } from '../http/authenticate.js';
import { newErrorHandler, routeNotFound } from '../http/error-handler.js';
import { parsePart } from '../http/json-body.js';
import { pageOf } from '../http/paging.js';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { epcisAnswerOf } from './answer.js';
import { captureDocument } from './capture.js';
import { nextPageToken, parseEventQuery } from './parse-query.js';
import { epcisProblem } from './problems.js';
import { selectEvent, selectEvents } from './queries.js';
import { readCaptureJob } from './read-job.js';

const ACCEPTED = 202;
const NO_CONTENT = 204;
const HASH_URI = /^ni:\/\/\/sha-256;([0-9a-f]{64})\?ver=CBV2\.0$/;

const eventParams = z.strictObject({ eventId: queryText(8000) });

const versions: RequestHandler = (_request, response, next) => {
  response.setHeader('GS1-EPCIS-Version', '2.0.0');
  response.setHeader('GS1-CBV-Version', '2.0.0');
  response.setHeader('GS1-EPC-Format', 'No_Preference');
  response.setHeader('cache-control', 'no-store');
  next();
};

const requireDocument: RequestHandler = (request, _response, next) => {
  const isDocument = typeof request.is([...EPCIS_TYPES]) === 'string';
  next(isDocument ? undefined : new ApiError('CONTENT_TYPE_UNSUPPORTED'));
};

const body = express.raw({ type: () => true, limit: CAPTURE_LIMITS.bytes });

const behaviourOf = (request: Request): ErrorBehaviour => {
  const named = request.get(BEHAVIOUR_HEADER) ?? 'rollback';
  const known = ERROR_BEHAVIOURS.find((each) => each === named);
  if (known === undefined) throw new ApiError('INPUT_INVALID', { issues: [BEHAVIOUR_HEADER] });
  return known;
};

const capture =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const bytes: unknown = request.body;
    const sent = bytes instanceof Uint8Array ? bytes : new Uint8Array();
    const job = await captureDocument(services, enterprise, sent, behaviourOf(request));
    response.location(`${EPCIS_BASE}/capture/${job}`).status(ACCEPTED).end();
  };

const discover: RequestHandler = (_request, response) => {
  response.setHeader('allow', 'POST, OPTIONS');
  response.setHeader('GS1-EPCIS-Capture-Limit', String(CAPTURE_LIMITS.events));
  response.setHeader('GS1-EPCIS-Capture-File-Size-Limit', String(CAPTURE_LIMITS.bytes));
  response.setHeader('GS1-Capture-Error-Behaviour', ERROR_BEHAVIOURS.join(','));
  response.status(NO_CONTENT).end();
};

const readJob =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { job } = request.params as { job?: string };
    if (!digest.safeParse(job).success) throw new ApiError('RECORD_NOT_FOUND');
    response.json(await readCaptureJob(services, enterprise, job ?? ''));
  };

const linkNext = (request: Request, response: Response, token: string): void => {
  const query = new URLSearchParams(request.query as Record<string, string>);
  query.set('nextPageToken', token);
  response.setHeader('link', `<${EPCIS_BASE}/events?${query.toString()}>; rel="next"`);
};

const listEvents =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const query = parsePart(eventQuery, { ...request.query }, 'QUERY_INVALID');
    const conditions = parseEventQuery(query);
    const read = await selectEvents(services.db, enterprise, conditions, query.perPage + 1).execute();
    const { rows, next } = pageOf(read, query.perPage, nextPageToken);
    if (next !== null) linkNext(request, response, next);
    response.json(epcisAnswerOf(rows, nowInstant(services.ports.clock)));
  };

const readEvent =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { eventId } = parsePart(eventParams, { ...request.params }, 'QUERY_INVALID');
    const hash = HASH_URI.exec(eventId)?.[1] ?? '';
    const events = await selectEvent(services.db, enterprise, eventId, hash).execute();
    if (events.length === 0) throw new ApiError('RECORD_NOT_FOUND');
    response.json(epcisAnswerOf(events, nowInstant(services.ports.clock)));
  };

/** Capture, jobs and events, each for the enterprise that captured. */
export const epcisRoutes = (services: Services): Router => {
  const routes = Router()
    .use(versions)
    .options('/capture', discover)
    .post('/capture', requireDocument, body, capture(services))
    .get('/capture/:job', readJob(services))
    .get('/events', listEvents(services))
    .get('/events/:eventId', readEvent(services))
    .use(routeNotFound)
    .use(newErrorHandler(services.log, epcisProblem));
  return Router().use(EPCIS_BASE, routes);
};
