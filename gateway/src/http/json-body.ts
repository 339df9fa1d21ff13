import express, { type Request, type RequestHandler } from 'express';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { parseSignableJson } from './strict-json.js';

const MAX_BODY = '2mb';

const assertJson = (request: Request): void => {
  if (typeof request.is('application/json') !== 'string') throw new ApiError('CONTENT_TYPE_UNSUPPORTED');
};

/** Keeps the bytes of a body, of so many at most, for `keptJson` to read. */
export const keptBody = (limit: string): RequestHandler => express.raw({ type: () => true, limit });

/** The value of a body whose bytes were kept. @throws ApiError CONTENT_TYPE_UNSUPPORTED, BODY_INVALID */
export const keptJson = (request: Request): unknown => {
  assertJson(request);
  const bytes: unknown = request.body;
  return parseSignableJson(bytes instanceof Uint8Array ? bytes : new Uint8Array());
};

const requireJson: RequestHandler = (request, _response, next) => {
  assertJson(request);
  next();
};

const parseBody: RequestHandler = (request, _response, next) => {
  request.body = keptJson(request);
  next();
};

/** Takes a JSON body and nothing else. */
export const jsonBody: readonly RequestHandler[] = [requireJson, keptBody(MAX_BODY), parseBody];

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
