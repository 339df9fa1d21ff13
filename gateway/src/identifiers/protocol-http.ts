/** What both dialects of the enterprise node have in common: who asks, and refusals inside the body. */
import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { ERRORS } from '../api/errors.js';
import { authenticate } from '../http/authenticate.js';
import { apiErrorOf } from '../http/error-handler.js';
import { keptBody } from '../http/json-body.js';
import type { Services } from '../services.js';
import { HandleRefusal, refuse, type RefusalKind } from './refusals.js';
import type { Outcome } from './handle-desk.js';

/** A batch of as many identifiers as there may be, each with some values. */
export const handleBody = keptBody('8mb');

const OK = 200;
const FIRST_SERVER_ERROR = 500;

/** Why a session does not count here; a key that is good for one record alone has no right to anything else. */
const NO_SESSION: Readonly<Record<string, RefusalKind>> = {
  UNAUTHENTICATED: 'noSession',
  SESSION_EXPIRED: 'sessionOver',
  KEY_NOT_FOR_THIS: 'notAllowed',
};

/** Who has signed in. @throws HandleRefusal */
export const callerOf = async (request: Request, { sessions }: Services): Promise<Caller> =>
  authenticate(request, sessions).catch((error: unknown) => {
    const kind = error instanceof ApiError ? NO_SESSION[error.code] : undefined;
    if (kind === undefined) throw error;
    return refuse(kind);
  });

/** The enterprise that reads; undefined when nobody has signed in. @throws HandleRefusal for a token that does not count */
export const readerOf = async (request: Request, services: Services): Promise<string | undefined> =>
  request.headers.authorization === undefined ? undefined : (await callerOf(request, services)).enterprise;

/** @throws HandleRefusal of a batch of one */
export const assertDone = ([outcome]: readonly Outcome[]): void => {
  if (outcome?.refusal !== undefined) throw outcome.refusal;
};

/**
 * Refusals inside the body, as the protocol has them. What never became a request of the protocol has its HTTP status too;
 * what is our fault goes to the log.
 */
export const newRefusalHandler =
  (log: Logger, bodyOf: (refusal: HandleRefusal) => object): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof HandleRefusal) {
      response.status(OK).json(bodyOf(error));
      return;
    }
    const { status } = ERRORS[apiErrorOf(error).code];
    const isOurFault = status >= FIRST_SERVER_ERROR;
    if (isOurFault)
      log.error({ err: error, requestId: response.getHeader('x-request-id') }, 'a request failed');
    response
      .status(isOurFault ? OK : status)
      .json(bodyOf(new HandleRefusal(isOurFault ? 'fault' : 'request')));
  };
