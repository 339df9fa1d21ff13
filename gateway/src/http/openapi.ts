/** The OpenAPI document, made from the acts table, the reads and the calls. */
import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { ALL_ACTS } from '@yaosu/chaincode/model/acts';
import { command, envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import * as z from 'zod';
import { commandPath } from '../api/client.js';
import { LABELS } from '../api/labels.js';
import { problem, PROBLEM_TYPE } from '../api/problem.js';
import type { ReadDefinition } from '../api/read-definition.js';
import { READS } from '../api/reads.js';
import { CALLS } from '../api/calls.js';
import { commandReceipt } from '../api/schemas.js';
import { UPLOAD_TYPES, UPLOADS } from '../api/uploads.js';
import { epcisOpenApi } from './openapi-epcis.js';
import { identifierOpenApi } from './openapi-identifiers.js';
import { json } from './openapi-parts.js';
import { serviceOpenApi } from './openapi-service.js';

const BEARER = 'session';

const envelopeOf = (act: Act): z.ZodType =>
  z.strictObject({ ...envelope.shape, command: z.strictObject({ ...command.shape, payload: act.input }) });

const refusals = {
  default: { description: 'Refused; the code tells why', content: { [PROBLEM_TYPE]: { schema: problem } } },
};

const securityOf = (access: 'public' | 'session'): Pick<RouteConfig, 'security'> =>
  access === 'session' ? { security: [{ [BEARER]: [] }] } : {};

const ofRead = ([operationId, read]: [string, ReadDefinition]): RouteConfig => ({
  method: 'get',
  path: read.path,
  operationId,
  summary: read.summary,
  ...securityOf(read.access),
  request: { params: read.params, query: read.query },
  responses: { 200: { description: 'Answer', ...json(read.response) }, ...refusals },
});

const ofAct = (act: Act): RouteConfig => ({
  method: 'post',
  path: commandPath(act),
  operationId: `${act.contract}.${act.name}`,
  summary: act.summary,
  description: `Parties in this order: ${Object.keys(act.parties).join(', ')}. Refusals of its own: ${act.errors.join(', ')}.`,
  tags: [act.contract],
  security: [{ [BEARER]: [] }],
  request: {
    body: { required: true, ...json(z.strictObject({ envelope: envelopeOf(act) })) },
  },
  responses: {
    201: {
      description: 'On the ledger and in the read model',
      ...json(commandReceipt.extend({ result: act.output })),
    },
    202: { description: 'Taken over while the ledger is away; see Location' },
    ...refusals,
  },
});

const ofCall = ([operationId, call]: [string, (typeof CALLS)[keyof typeof CALLS]]): RouteConfig => ({
  method: 'post',
  path: call.path,
  operationId,
  ...securityOf(call.access),
  request: { body: { required: true, ...json(call.body) } },
  responses: { [call.status]: { description: 'Done', ...json(call.response) }, ...refusals },
});

const ofUpload = ([operationId, upload]: [string, (typeof UPLOADS)[keyof typeof UPLOADS]]): RouteConfig => ({
  method: 'post',
  path: upload.path,
  operationId,
  summary: upload.summary,
  security: [{ [BEARER]: [] }],
  request: {
    body: {
      required: true,
      content: Object.fromEntries(UPLOAD_TYPES.map((type) => [type, { schema: z.string() }])),
    },
  },
  responses: { [upload.status]: { description: 'Read and kept', ...json(upload.response) }, ...refusals },
});

const picture = { schema: z.string().meta({ format: 'binary' }) };

const ofLabels: RouteConfig = {
  method: 'get',
  path: LABELS.path,
  operationId: 'label',
  summary: LABELS.summary,
  security: [{ [BEARER]: [] }],
  request: { params: LABELS.params, query: LABELS.query },
  responses: {
    200: {
      description: 'The picture',
      content: Object.fromEntries(Object.values(LABELS.types).map((type) => [type, picture])),
    },
    ...refusals,
  },
};

/** The document. */
export const newOpenApi = (): object => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', BEARER, { type: 'http', scheme: 'bearer' });
  const routes = [
    ...Object.entries(READS).map(ofRead),
    ...Object.entries(CALLS).map(ofCall),
    ...Object.entries(UPLOADS).map(ofUpload),
    ...ALL_ACTS.map(ofAct),
    ofLabels,
    ...epcisOpenApi([{ [BEARER]: [] }]),
    ...identifierOpenApi([{ [BEARER]: [] }]),
    ...serviceOpenApi([{ [BEARER]: [] }]),
  ];
  for (const route of routes) registry.registerPath(route);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Yaosu',
      version: '0.1.0',
      description: 'Traceability of pharmaceuticals: signed commands in, reads out.',
    },
  });
};
