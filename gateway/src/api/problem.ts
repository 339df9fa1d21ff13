/** Error body (RFC 9457). The request id travels in `X-Request-Id`, so that equal refusals are equal bytes. */
import * as z from 'zod';
import type { ApiError } from './api-error.js';
import type { AnyErrorCode } from './error-codes.js';
import { ERRORS } from './errors.js';

const codes = Object.keys(ERRORS) as [AnyErrorCode, ...AnyErrorCode[]];

/** Media type of an error body. */
export const PROBLEM_TYPE = 'application/problem+json';

/** What a refusal looks like. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(codes),
    message: z.strictObject({ zh: z.string(), en: z.string() }),
    retry: z.enum(['never', 'same', 'new']),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  })
  .meta({ id: 'Problem' });

/** A refusal as it is sent. */
export type Problem = z.infer<typeof problem>;

/** The body of a refusal. */
export const problemOf = ({ code, details }: Pick<ApiError, 'code' | 'details'>): object => {
  const { status, retry, zh, en } = ERRORS[code];
  return { type: `urn:yaosu:error:${code}`, title: en, status, code, message: { zh, en }, retry, details };
};
