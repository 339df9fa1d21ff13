import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ApiError } from '../api/api-error.js';
import { ERRORS } from '../api/errors.js';
import { isDatabaseAway } from '../db/database-away.js';
import { outcomeOf } from '../ledger/outcome.js';
import { PROBLEM_TYPE, problemOf } from '../api/problem.js';

interface HttpError {
  readonly status?: number;
  readonly type?: string;
}

const TOO_LARGE = 413;
const FIRST_CLIENT_ERROR = 400;
const FIRST_SERVER_ERROR = 500;
/** What is nobody's fault who asks. */
const OURS: readonly ApiError['code'][] = ['INTERNAL', 'DATABASE_AWAY', 'LEDGER_AWAY'];

/** Express and its parsers throw errors of their own for bad input. */
export const apiErrorOf = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (isDatabaseAway(error)) return new ApiError('DATABASE_AWAY');
  if (outcomeOf(error).kind === 'away') return new ApiError('LEDGER_AWAY');
  const { status = FIRST_SERVER_ERROR, type } = (error ?? {}) as HttpError;
  if (status === TOO_LARGE) return new ApiError('BODY_TOO_LARGE');
  if (status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR) {
    return new ApiError('BODY_INVALID', { reason: type ?? 'request' });
  }
  return new ApiError('INTERNAL');
};

/** Nothing is at this address. */
export const routeNotFound: RequestHandler = () => {
  throw new ApiError('ROUTE_NOT_FOUND');
};

/**
 * The one place where a refusal becomes an answer; what is our fault goes to the log, never to the client.
 * @param bodyOf body of a refusal, where a standard wants another than ours
 */
export const newErrorHandler =
  (log: Logger, bodyOf: (refusal: ApiError) => object = problemOf): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const refusal = apiErrorOf(error);
    if (OURS.includes(refusal.code)) {
      log.error({ err: error, requestId: response.getHeader('x-request-id') }, 'a request failed');
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, retry } = ERRORS[refusal.code];
    if (retry === 'same') response.setHeader('retry-after', '1');
    response
      .status(status)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(bodyOf(refusal)));
  };
