/** Capture, and its jobs. */
import express, { Router, type Request, type RequestHandler } from 'express';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { ApiError } from '../api/api-error.js';
import {
  addressOf,
  BEHAVIOUR_HEADER,
  CAPTURE_LIMITS,
  EPCIS_TYPES,
  ERROR_BEHAVIOURS,
  type ErrorBehaviour,
} from '../api/epcis.js';
import { authenticate } from '../http/authenticate.js';
import type { Services } from '../services.js';
import { captureDocument, captureEvent } from './capture.js';
import { answer, discover, linkNext } from './http.js';
import { parametersOf } from './query-routes.js';
import { listCaptureJobs, readCaptureJob } from './read-job.js';

const ACCEPTED = 202;
const CREATED = 201;
const XML = /^(?:application|text)\/xml$/;

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

const sentIn = (request: Request): { readonly bytes: Uint8Array; readonly form: 'json' | 'xml' } => {
  const bytes: unknown = request.body;
  const type = request.is([...EPCIS_TYPES]);
  return {
    bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
    form: typeof type === 'string' && XML.test(type) ? 'xml' : 'json',
  };
};

const capture =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const job = await captureDocument(services, enterprise, sentIn(request), behaviourOf(request));
    response.location(addressOf('capture', job)).status(ACCEPTED).end();
  };

const captureOne =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const eventId = await captureEvent(services, enterprise, sentIn(request));
    response.location(addressOf('events', eventId)).status(CREATED).end();
  };

const readJob =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { job } = request.params as { job?: string };
    if (!digest.safeParse(job).success) throw new ApiError('RECORD_NOT_FOUND');
    answer(request, response, await readCaptureJob(services, enterprise, job ?? ''));
  };

const listJobs =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { jobs, next } = await listCaptureJobs(services, enterprise, parametersOf(request));
    linkNext(request, response, next);
    answer(request, response, jobs);
  };

/** Capture for who has a session. */
export const captureRoutes = (services: Services): Router =>
  Router()
    .options('/capture', discover('GET', 'POST'))
    .post('/capture', requireDocument, body, capture(services))
    .get('/capture', listJobs(services))
    .options('/capture/:job', discover('GET'))
    .get('/capture/:job', readJob(services))
    .post('/events', requireDocument, body, captureOne(services));
