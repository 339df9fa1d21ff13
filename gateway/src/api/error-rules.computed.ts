/** What machines need to know of a refusal: status and retry rule, without the sentences. */
import type { AnyErrorCode } from './error-codes.js';
import type { ErrorMeaning } from './error-meaning.js';
import { ERRORS } from './errors.js';

/** Code → rule. */
export const ERROR_RULES = Object.fromEntries(
  Object.entries(ERRORS).map(([code, { status, retry }]) => [code, { status, retry }]),
) as Readonly<Record<AnyErrorCode, Pick<ErrorMeaning, 'status' | 'retry'>>>;
