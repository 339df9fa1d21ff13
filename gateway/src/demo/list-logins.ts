import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { DEMO_LOGINS } from './logins.js';

/** `GET /api/demo/logins`; not there where the network is no demo */
export const listLogins: ReadHandler<'demoLogins'> = ({ services: { demo } }) => {
  if (demo === undefined) throw new ApiError('ROUTE_NOT_FOUND');
  return Promise.resolve({
    logins: DEMO_LOGINS.map((login) => ({ ...login, functions: [...login.functions] })),
  });
};
