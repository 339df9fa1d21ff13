import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';

/** `GET /api/statements/{digest}`: words that the caller's own enterprise stored; others' are answered like a random digest */
export const readStatement: ReadHandler<'statement'> = async ({ params: { digest }, caller, services }) => {
  const found = await services.vault.open(caller.enterprise, digest);
  if (found === undefined) throw new ApiError('RECORD_NOT_FOUND');
  return { salt: found.salt, content: found.content as Record<string, unknown> };
};
