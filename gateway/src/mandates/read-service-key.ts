import type { ReadHandler } from '../http/read-handler.js';

/** `GET /api/service-key` */
export const readServiceKey: ReadHandler<'serviceKey'> = async ({ caller, services: { serviceKeys } }) => ({
  key: await serviceKeys.proposal(caller.enterprise),
  admitted: await serviceKeys.isAdmitted(caller.enterprise),
});
