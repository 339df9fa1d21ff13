import express, { type RequestHandler } from 'express';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { parseSignableJson } from './strict-json.js';

const MAX_BODY = '2mb';

const requireJson: RequestHandler = (request, _response, next) => {
  const isJson = typeof request.is('application/json') === 'string';
  next(isJson ? undefined : new ApiError('CONTENT_TYPE_UNSUPPORTED'));
};

const parseBody: RequestHandler = (request, _response, next) => {
  const bytes: unknown = request.body;
  request.body = parseSignableJson(bytes instanceof Uint8Array ? bytes : new Uint8Array());
  next();
};

/** Takes a JSON body and nothing else. */
export const jsonBody: readonly RequestHandler[] = [
  requireJson,
  express.raw({ type: () => true, limit: MAX_BODY }),
  parseBody,
];

const MAX_ISSUES = 8;

/** A part of a request by its schema. @throws ApiError with the given code */
export const parsePart = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  code: 'INPUT_INVALID' | 'QUERY_INVALID',
): z.output<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, MAX_ISSUES);
  throw new ApiError(code, { issues: issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`) });
};
