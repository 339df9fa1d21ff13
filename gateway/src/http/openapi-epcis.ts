/** The EPCIS routes of the OpenAPI document. */
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { captureJob, EPCIS_ROUTES, EPCIS_TYPES, epcisAnswer, ERROR_BEHAVIOURS } from '../api/epcis.js';
import { eventOriginAnswer, namedQueryView, subscriptionView } from '../api/epcis-schemas.js';
import { eventProofAnswer } from '../api/proof-schemas.js';
import { problem, PROBLEM_TYPE } from '../api/problem.js';
import { PARAMETERS } from '../epcis/parameters.js';
import { CONTROLS } from '../epcis/parse-query.js';
import { json } from './openapi-parts.js';

const TAG = 'EPCIS 2.0';

const refusals = {
  default: {
    description: 'Refused; `type` is an `epcisException`, the code tells more',
    content: { [PROBLEM_TYPE]: { schema: problem } },
  },
};

const document = z.record(z.string(), z.unknown()).meta({ id: 'EPCISDocument' });

/** Those whose names are fixed; others hold a type, a unit or a field of users (EPCIS 2.0, section 8.2.7.1). */
const eventQuery = z.object(
  Object.fromEntries([...Object.keys(PARAMETERS), ...CONTROLS].map((name) => [name, z.string().optional()])),
);

interface Described {
  readonly method: 'get' | 'post' | 'delete';
  readonly route: keyof typeof EPCIS_ROUTES;
  readonly id: string;
  readonly request?: NonNullable<RouteConfig['request']>;
  readonly responses: RouteConfig['responses'];
}

const body = (content: Record<string, { schema: z.ZodType }>) => ({ body: { required: true, content } });
const documents = Object.fromEntries(EPCIS_TYPES.map((type) => [type, { schema: document }]));
const path = (...names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
const told = (description: string, schema: z.ZodType): RouteConfig['responses'] => ({
  200: { description, ...json(schema) },
});
const made = { 201: { description: 'Made; `Location` names it' } };
const gone = { 204: { description: 'It is no more' } };
const page = 'A page; `Link` names the next one';

const subscription = z.record(z.string(), z.unknown()).meta({ id: 'EPCISSubscription' });
const collection = z
  .object({ '@context': z.string(), type: z.literal('Collection'), member: z.array(z.string()) })
  .meta({ id: 'EPCISCollection' });

const behaviour = z.object({ 'GS1-Capture-Error-Behaviour': z.enum(ERROR_BEHAVIOURS).optional() });
const name = path('queryName');
const subscriber = path('queryName', 'subscriptionID');
const member = path('collection', 'member');

const DESCRIBED: readonly Described[] = [
  {
    ...{ method: 'post', route: 'capture', id: 'capture' },
    request: { headers: behaviour, ...body(documents) },
    responses: { 202: { description: 'Taken over; `Location` names the job' } },
  },
  { method: 'get', route: 'jobs', id: 'captureJobs', responses: told(page, z.array(captureJob)) },
  {
    ...{ method: 'get', route: 'job', id: 'captureJob' },
    request: { params: path('captureID') },
    responses: told('The job', captureJob),
  },
  { method: 'post', route: 'captureEvent', id: 'captureEvent', request: body(documents), responses: made },
  {
    ...{ method: 'get', route: 'events', id: 'events' },
    request: { query: eventQuery },
    responses: told(page, epcisAnswer),
  },
  {
    ...{ method: 'get', route: 'event', id: 'event' },
    request: { params: path('eventID') },
    responses: told('The event', epcisAnswer),
  },
  {
    ...{ method: 'get', route: 'eventProof', id: 'eventProof' },
    request: { params: path('eventID') },
    responses: told('The proof', eventProofAnswer),
  },
  {
    ...{ method: 'get', route: 'eventOrigin', id: 'eventOrigin' },
    request: { params: path('eventID') },
    responses: told('Whose word it is', eventOriginAnswer),
  },
  { method: 'get', route: 'queries', id: 'queries', responses: told(page, z.array(namedQueryView)) },
  {
    ...{ method: 'post', route: 'queries', id: 'nameQuery' },
    request: body(json(namedQueryView).content),
    responses: made,
  },
  {
    ...{ method: 'get', route: 'query', id: 'query' },
    request: { params: name },
    responses: told('The query', namedQueryView),
  },
  { method: 'delete', route: 'query', id: 'forgetQuery', request: { params: name }, responses: gone },
  {
    ...{ method: 'get', route: 'queryEvents', id: 'queryEvents' },
    request: { params: name },
    responses: told(page, epcisAnswer),
  },
  {
    ...{ method: 'get', route: 'subscriptions', id: 'subscriptions' },
    request: { params: name },
    responses: told('The subscriptions', z.array(subscriptionView)),
  },
  {
    ...{ method: 'post', route: 'subscriptions', id: 'subscribe' },
    request: { params: name, ...body(json(subscription).content) },
    responses: made,
  },
  {
    ...{ method: 'get', route: 'subscription', id: 'subscription' },
    request: { params: subscriber },
    responses: told('The subscription', subscriptionView),
  },
  {
    ...{ method: 'delete', route: 'subscription', id: 'unsubscribe' },
    request: { params: subscriber },
    responses: gone,
  },
  {
    ...{ method: 'get', route: 'members', id: 'members' },
    request: { params: path('collection') },
    responses: told(page, collection),
  },
  {
    ...{ method: 'get', route: 'member', id: 'member' },
    request: { params: member },
    responses: told('What there is of it', collection),
  },
  {
    ...{ method: 'get', route: 'memberEvents', id: 'memberEvents' },
    request: { params: member, query: eventQuery },
    responses: told(page, epcisAnswer),
  },
];

/** The routes, for who has a session. */
export const epcisOpenApi = (security: NonNullable<RouteConfig['security']>): readonly RouteConfig[] =>
  DESCRIBED.map(({ method, route, id, request, responses }) => ({
    method,
    ...EPCIS_ROUTES[route],
    operationId: `epcis.${id}`,
    tags: [TAG],
    security,
    ...(request === undefined ? {} : { request }),
    responses: { ...responses, ...refusals },
  }));
