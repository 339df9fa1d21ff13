import type { ApiError } from '../api/api-error.js';
import { ERRORS } from '../api/errors.js';
import { problemOf } from '../api/problem.js';

/** Status → exception of EPCIS 2.0, section 12.3. */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  401: 'SecurityException',
  403: 'SecurityException',
  404: 'NoSuchResourceException',
  406: 'NotAcceptableException',
  409: 'ResourceAlreadyExistsException',
  413: 'CaptureLimitExceededException',
  415: 'UnsupportedMediaTypeException',
};

/** Codes whose exception their status does not tell. */
const OF_CODES: Readonly<Record<string, string>> = {
  QUERY_INVALID: 'QueryParameterException',
  QUERY_TOO_LARGE: 'QueryTooLargeException',
  QUERY_NAME_UNKNOWN: 'NoSuchNameException',
  SUBSCRIPTION_INVALID: 'SubscriptionControlsException',
};

/** A refusal as EPCIS clients know it: our problem body under the standard's type. */
export const epcisProblem = (refusal: ApiError): object => {
  const exception =
    OF_CODES[refusal.code] ?? EXCEPTIONS[ERRORS[refusal.code].status] ?? 'ImplementationException';
  return { ...problemOf(refusal), type: `epcisException:${exception}` };
};
