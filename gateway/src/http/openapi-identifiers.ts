/** The enterprise node of the industrial-internet identifier system in the OpenAPI document: refusals stand in bodies. */
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { handleValue } from '../api/identifiers.js';
import { json } from './openapi-parts.js';

const TAG = 'Industrial-internet identifiers';

const snms = z
  .object({ message: z.string(), status: z.int(), data: z.unknown() })
  .meta({ id: 'EnterpriseNodeAnswer' });
const doip = z
  .object({ message: z.string(), code: z.int(), data: z.unknown().optional() })
  .meta({ id: 'DoipAnswer' });
const named = z.object({ handle: z.string() });
const written = named.extend({
  templateVersion: z.string(),
  value: z.array(handleValue.partial({ auth: true })),
});
const template = z.object({ prefix: z.string(), version: z.string() });
const operation = z.object({ targetId: z.string(), operationId: z.string() });

interface Described {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly isPublic?: true;
}

const DATA = '/identityv2/data';
const TEMPLATE = '/snms/api/v5/template';
const DOIP = '/api/v1/doip';

const DESCRIBED: readonly Described[] = [
  {
    ...{ method: 'get', path: `${DATA}/detail`, id: 'handleDetail', isPublic: true },
    ...{ summary: 'An identifier with the values that the caller may see', query: named },
  },
  { method: 'post', path: DATA, id: 'handleCreate', summary: 'Registers an identifier', body: written },
  {
    method: 'put',
    path: DATA,
    id: 'handleUpdate',
    summary: 'Puts values in the place of others',
    body: written,
  },
  { method: 'delete', path: DATA, id: 'handleDelete', summary: 'Removes an identifier', body: named },
  {
    ...{ method: 'post', path: `${DATA}/batchCreate`, id: 'handleBatchCreate', body: z.array(written) },
    summary: 'Registers up to 2,000 identifiers, each by itself',
  },
  {
    ...{ method: 'put', path: `${DATA}/batchUpdate`, id: 'handleBatchUpdate', body: z.array(written) },
    summary: 'Updates up to 2,000 identifiers, each by itself',
  },
  {
    ...{ method: 'delete', path: `${DATA}/batchDelete`, id: 'handleBatchDelete', body: z.array(z.string()) },
    summary: 'Removes up to 2,000 identifiers, each by itself',
  },
  { method: 'get', path: TEMPLATE, id: 'handleTemplate', summary: 'A template of values', query: template },
  { method: 'post', path: TEMPLATE, id: 'handleTemplateCreate', summary: 'Makes a template', body: template },
  {
    method: 'put',
    path: TEMPLATE,
    id: 'handleTemplateUpdate',
    summary: 'Changes a template',
    body: template,
  },
  {
    method: 'delete',
    path: TEMPLATE,
    id: 'handleTemplateDelete',
    summary: 'Removes a template',
    body: template,
  },
  {
    ...{ method: 'get', path: DOIP, id: 'doipRetrieve', isPublic: true, query: operation, answer: doip },
    summary: 'Retrieves an identifier as a digital object',
  },
  {
    ...{ method: 'post', path: DOIP, id: 'doip', query: operation, answer: doip },
    ...{ summary: 'An operation on a digital object', body: z.record(z.string(), z.unknown()) },
  },
];

/** Paths whose refusals are the protocol's own. */
export const IDENTIFIER_PATHS: ReadonlySet<string> = new Set(DESCRIBED.map(({ path }) => path));

/** The routes. */
export const identifierOpenApi = (security: NonNullable<RouteConfig['security']>): readonly RouteConfig[] =>
  DESCRIBED.map(({ method, path, id, summary, query, body, answer = snms, isPublic }) => ({
    ...{ method, path, operationId: id, summary, tags: [TAG] },
    ...(isPublic === true ? {} : { security }),
    request: {
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { required: true, ...json(body) } }),
    },
    responses: { 200: { description: 'Done, or refused: `status` or `code` tells', ...json(answer) } },
  }));
