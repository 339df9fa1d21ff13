/** What a gateway tells of itself and of new blocks: the GET routes that are no reads of records. */
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { DOWNLOAD_FILE } from '../api/downloads.js';
import { problem, PROBLEM_TYPE } from '../api/problem.js';
import { asOf } from '../api/schemas.js';
import {
  connectivityAnswer,
  connectivityQuestion,
  returnAnswer,
  returnPath,
  returnQuery,
} from '../api/verification.js';
import { json } from './openapi-parts.js';

const TAG = 'Service';

const told = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
});

const refused = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problem } } });

const fileOf = (security: NonNullable<RouteConfig['security']>): RouteConfig => ({
  method: 'get',
  path: DOWNLOAD_FILE,
  operationId: 'codeDownloadFile',
  summary: 'A finished list or archive of labels of the own enterprise',
  tags: [TAG],
  security,
  request: { params: z.strictObject({ id: digest }) },
  responses: {
    200: told('application/octet-stream', 'The file'),
    default: refused('None of the own enterprise'),
  },
});

/** The responder for returned packs (GS1 Lightweight Messaging Standard 1.1, clause 5). */
const verification: readonly RouteConfig[] = [
  {
    method: 'get',
    path: '/checkConnectivity',
    operationId: 'checkConnectivity',
    summary: 'Whether an enterprise of this gateway answers for packs of a GTIN',
    tags: [TAG],
    request: { query: connectivityQuestion },
    responses: {
      200: { description: 'One does', ...json(connectivityAnswer) },
      default: refused('None does, or the question is wrong'),
    },
  },
  {
    method: 'get',
    path: '/verify/gtin/{gtin}/lot/{lot}/ser/{ser}',
    operationId: 'verifyReturn',
    summary: 'Whether a returned pack went out like this and may be sold again',
    tags: [TAG],
    request: { params: returnPath, query: returnQuery },
    responses: {
      200: { description: 'The verdict', ...json(returnAnswer) },
      default: refused('No enterprise of this gateway answers for the GTIN, or the question is wrong'),
    },
  },
];

/** The routes; the stream for who has a session, the others for everybody who reaches the port. */
export const serviceOpenApi = (security: NonNullable<RouteConfig['security']>): readonly RouteConfig[] => [
  {
    method: 'get',
    path: '/api/events',
    operationId: 'events',
    summary:
      'Server-sent events: `ready`, then a `block` each with the changed records that the caller may see',
    tags: [TAG],
    security,
    responses: { 200: told('text/event-stream', 'The stream'), default: refused('No session') },
  },
  fileOf(security),
  {
    method: 'get',
    path: '/healthz',
    operationId: 'healthz',
    summary: 'The process is there',
    tags: [TAG],
    responses: { 200: { description: 'It is', ...json(z.strictObject({ status: z.literal('ok') })) } },
  },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'readyz',
    summary: 'The read model follows the ledger',
    tags: [TAG],
    responses: {
      200: {
        description: 'It does; while nothing is ordered, commands are taken over with 202',
        ...json(
          z.strictObject({
            status: z.literal('ready'),
            ...asOf,
            ordering: z.enum(['present', 'away', 'returning']),
          }),
        ),
      },
      503: refused('It does not'),
    },
  },
  {
    method: 'get',
    path: '/metrics',
    operationId: 'metrics',
    summary: 'Figures for Prometheus, without ids',
    tags: [TAG],
    responses: { 200: told('text/plain', 'The figures') },
  },
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'openapi',
    summary: 'This document',
    tags: [TAG],
    responses: { 200: { description: 'It', ...json(z.record(z.string(), z.unknown())) } },
  },
  ...verification,
];
