import type { ErrorDetails } from '@yaosu/chaincode/model/kernel/errors';
import type { AnyErrorCode } from './error-codes.js';

/** A refusal, thrown by the gateway and by its client alike. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: AnyErrorCode,
    readonly details: ErrorDetails = {},
    /** Names the request in the gateway's log. */
    readonly requestId?: string,
  ) {
    super(code);
  }
}
