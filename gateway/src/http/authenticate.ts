import type { Request } from 'express';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import type { Sessions } from '../session/sessions.js';

const BEARER = /^Bearer ([\w.-]{1,2000})$/i;

/** Who sends this request. @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED */
export const authenticate = (request: Request, sessions: Sessions): Promise<Caller> => {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new ApiError('UNAUTHENTICATED');
  return sessions.authenticate(token);
};
