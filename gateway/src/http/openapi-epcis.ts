/** The EPCIS routes of the OpenAPI document. */
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import {
  captureJob,
  EPCIS_ROUTES,
  EPCIS_TYPES,
  epcisAnswer,
  ERROR_BEHAVIOURS,
  eventQuery,
} from '../api/epcis.js';
import { problem, PROBLEM_TYPE } from '../api/problem.js';
import { json } from './openapi-parts.js';

const TAG = 'EPCIS 2.0';

const refusals = {
  default: {
    description: 'Refused; `type` is an `epcisException`, the code tells more',
    content: { [PROBLEM_TYPE]: { schema: problem } },
  },
};

const document = z.record(z.string(), z.unknown()).meta({ id: 'EPCISDocument' });

/** The routes, for who has a session. */
export const epcisOpenApi = (security: NonNullable<RouteConfig['security']>): readonly RouteConfig[] => [
  {
    method: 'post',
    path: EPCIS_ROUTES.capture.path,
    operationId: 'epcis.capture',
    summary: EPCIS_ROUTES.capture.summary,
    tags: [TAG],
    security,
    request: {
      headers: z.object({ 'GS1-Capture-Error-Behaviour': z.enum(ERROR_BEHAVIOURS).optional() }),
      body: {
        required: true,
        content: Object.fromEntries(EPCIS_TYPES.map((type) => [type, { schema: document }])),
      },
    },
    responses: { 202: { description: 'Taken over; `Location` names the job' }, ...refusals },
  },
  {
    method: 'get',
    path: EPCIS_ROUTES.job.path,
    operationId: 'epcis.captureJob',
    summary: EPCIS_ROUTES.job.summary,
    tags: [TAG],
    security,
    request: { params: z.object({ captureID: z.string() }) },
    responses: { 200: { description: 'The job', ...json(captureJob) }, ...refusals },
  },
  {
    method: 'get',
    path: EPCIS_ROUTES.events.path,
    operationId: 'epcis.events',
    summary: EPCIS_ROUTES.events.summary,
    tags: [TAG],
    security,
    request: { query: eventQuery },
    responses: {
      200: { description: 'A page; `Link` names the next one', ...json(epcisAnswer) },
      ...refusals,
    },
  },
  {
    method: 'get',
    path: EPCIS_ROUTES.event.path,
    operationId: 'epcis.event',
    summary: EPCIS_ROUTES.event.summary,
    tags: [TAG],
    security,
    request: { params: z.object({ eventID: z.string() }) },
    responses: { 200: { description: 'The event', ...json(epcisAnswer) }, ...refusals },
  },
];
