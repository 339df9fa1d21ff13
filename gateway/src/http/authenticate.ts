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

const unlimited = <T extends Pick<Caller, 'kid' | 'onlyFor'>>(by: T): T => {
  if (by.onlyFor !== null) throw new ApiError('KEY_NOT_FOR_THIS', { kid: by.kid });
  return by;
};

/**
 * Who reads, with a limited key as well: only for routes that judge by {@link Caller.onlyFor} what it may read.
 * @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED, QUERY_INVALID
 */
export const authenticateReader = async (request: Request, sessions: Sessions): Promise<Caller> => {
  const caller = await sessions.authenticate(tokenOf(request));
  const purpose = purposeOf(request);
  return caller.authority === null ? caller : { ...caller, purpose };
};

/** Who sends this request. @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED, QUERY_INVALID, KEY_NOT_FOR_THIS */
export const authenticate = async (request: Request, sessions: Sessions): Promise<Caller> =>
  unlimited(await authenticateReader(request, sessions));

/**
 * Who sends a command, by a session of either kind, with a limited key as well: only for the route that judges by
 * {@link Deliverer.onlyFor} what it may sign.
 * @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED
 */
export const authenticateSender = async (request: Request, sessions: Sessions): Promise<Deliverer> =>
  sessions.deliverer(tokenOf(request));

/** Who hands something in, by a session of either kind. @throws ApiError UNAUTHENTICATED, SESSION_EXPIRED, KEY_NOT_FOR_THIS */
export const authenticateDelivery = async (request: Request, sessions: Sessions): Promise<Deliverer> =>
  unlimited(await authenticateSender(request, sessions));
