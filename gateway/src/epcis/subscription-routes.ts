/** Subscriptions of named queries (EPCIS 2.0, section 12.8). */
import { Router, type RequestHandler } from 'express';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { ApiError } from '../api/api-error.js';
import { addressOf } from '../api/epcis.js';
import type { SubscriptionView } from '../api/epcis-schemas.js';
import { authenticate } from '../http/authenticate.js';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { answer, discover } from './http.js';
import { bodyOf, jsonOf, namesIn } from './json-request.js';
import { parseSubscription } from './subscriptions/parse-subscription.js';
import type { NamedQuery, Subscription } from './subscriptions/query-store.js';
import { isRefusedTarget } from '../http/guarded-request.js';

const CREATED = 201;
const NO_CONTENT = 204;

/** All but the subscriber's secret and the cursor, which is ours; beside it how it stands. */
const shown = (
  { subscriptions }: Services,
  { enterprise, name }: Pick<NamedQuery, 'enterprise' | 'name'>,
  found: Subscription,
): SubscriptionView => {
  const { signatureToken, cursor: _, ...subscription } = found;
  const nextMs = subscriptions.nextReportAt(enterprise, name, found);
  return {
    ...subscription,
    isSigned: signatureToken !== undefined,
    lastFailedAt: found.lastFailedAt ?? null,
    nextReportAt: nextMs === undefined ? null : instantOf(nextMs),
  };
};

const subscribe =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { sessions, queries, subscriptions, ports, config } = services;
    const { enterprise } = await authenticate(request, sessions);
    const { name } = namesIn(request);
    const controls = parseSubscription(bodyOf(request));
    queries.get(enterprise, name);
    if (isRefusedTarget(controls.dest, config.webhookTargets))
      throw new ApiError('SUBSCRIPTION_INVALID', { issues: ['dest: DESTINATION_INTERNAL'] });
    const now = nowInstant(ports.clock);
    const subscription: Subscription = {
      ...controls,
      subscriptionID: controls.subscriptionID ?? ports.newId(),
      // Without a start it is what is captured from now on.
      initialRecordTime: controls.initialRecordTime ?? now,
      createdAt: now,
      cursor: null,
      lastNotifiedAt: null,
      failures: 0,
      lastProblem: null,
    };
    await queries.subscribe(enterprise, name, subscription);
    subscriptions.wake(enterprise, name, subscription.subscriptionID);
    response.location(addressOf('queries', name, 'subscriptions', subscription.subscriptionID));
    response.status(CREATED);
    answer(request, response, shown(services, { enterprise, name }, subscription));
  };

const list =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const query = services.queries.get(enterprise, namesIn(request).name);
    answer(
      request,
      response,
      query.subscriptions.map((each) => shown(services, query, each)),
    );
  };

const read =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { name, id } = namesIn(request);
    const found = services.queries.subscription(enterprise, name, id);
    answer(request, response, shown(services, { enterprise, name }, found));
  };

const unsubscribe =
  ({ sessions, queries }: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    const { name, id } = namesIn(request);
    await queries.unsubscribe(enterprise, name, id);
    response.status(NO_CONTENT).end();
  };

/** Subscriptions of who has a session. */
export const subscriptionRoutes = (services: Services): Router =>
  Router()
    .options('/queries/:name/subscriptions', discover('GET', 'POST'))
    .get('/queries/:name/subscriptions', list(services))
    .post('/queries/:name/subscriptions', ...jsonOf(services), subscribe(services))
    .options('/queries/:name/subscriptions/:id', discover('GET', 'DELETE'))
    .get('/queries/:name/subscriptions/:id', read(services))
    .delete('/queries/:name/subscriptions/:id', unsubscribe(services));
