import express, { type Request, type RequestHandler } from 'express';
import * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { queryText } from '../api/query-text.js';
import { parsePart } from '../http/json-body.js';
import { parseSignableJson } from '../http/strict-json.js';
import type { Services } from '../services.js';
import { authenticate } from '../http/authenticate.js';

const MAX_BODY = '256kb';
const JSON_TYPES = ['application/json', 'application/ld+json'];

const requireSession =
  ({ sessions }: Services): RequestHandler =>
  async (request, _response, next) => {
    await authenticate(request, sessions);
    next();
  };

const requireJson: RequestHandler = (request, _response, next) => {
  next(typeof request.is(JSON_TYPES) === 'string' ? undefined : new ApiError('CONTENT_TYPE_UNSUPPORTED'));
};

/** Takes a JSON body of who has a session. */
export const jsonOf = (services: Services): readonly RequestHandler[] => [
  requireSession(services),
  requireJson,
  express.raw({ type: () => true, limit: MAX_BODY }),
];

/** The value of a body. @throws ApiError BODY_INVALID */
export const bodyOf = (request: Request): unknown => {
  const bytes: unknown = request.body;
  return parseSignableJson(bytes instanceof Uint8Array ? bytes : new Uint8Array());
};

const MAX_NAME = 200;
const params = z.object({ name: queryText(MAX_NAME).min(1), id: queryText(MAX_NAME).min(1).default('') });

/** Name and id of a path. @throws ApiError QUERY_INVALID */
export const namesIn = (request: Request): { readonly name: string; readonly id: string } =>
  parsePart(params, { ...request.params }, 'QUERY_INVALID');
