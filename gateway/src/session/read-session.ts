import type { ReadHandler } from '../http/read-handler.js';
import { rolesOf } from '../projection/directory.js';

/** `GET /api/session` */
export const readSession: ReadHandler<'session'> = async ({ caller, services: { db } }) => ({
  enterprise: caller.enterprise,
  person: caller.person,
  functions: [...caller.functions],
  roles: await rolesOf(db, caller.enterprise),
  kid: caller.kid,
  onlyFor: caller.onlyFor,
  notAfter: caller.notAfter,
});
