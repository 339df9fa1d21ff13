import { CASE_PURPOSES, type CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import type { Request } from 'express';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { PURPOSE_HEADER } from '../api/purposes.js';
import type { Deliverer, Sessions } from '../session/sessions.js';

const BEARER = /^Bearer ([\w.-]{1,2000})$/i;

/** The purpose that an authority gives in a header; firms need none. @throws ApiError QUERY_INVALID */
const purposeOf = (request: Request): CasePurpose | null => {
  const named = request.get(PURPOSE_HEADER);
  if (named === undefined) return null;
  const known = CASE_PURPOSES.find((each) => each === named);
  if (known === undefined) throw new ApiError('QUERY_INVALID', { issues: [PURPOSE_HEADER] });
  return known;
};

/** @throws ApiError UNAUTHENTICATED */
const tokenOf = (request: Request): string => {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new ApiError('UNAUTHENTICATED');
  return token;
};

/** Who sends this request. @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED, QUERY_INVALID */
export const authenticate = async (request: Request, sessions: Sessions): Promise<Caller> => {
  const caller = await sessions.authenticate(tokenOf(request));
  const purpose = purposeOf(request);
  return caller.authority === null ? caller : { ...caller, purpose };
};

/** Who hands something in, by a session of either kind. @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED */
export const authenticateDelivery = async (request: Request, sessions: Sessions): Promise<Deliverer> =>
  sessions.deliverer(tokenOf(request));
