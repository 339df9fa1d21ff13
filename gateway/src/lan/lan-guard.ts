import type { RequestHandler } from 'express';
import { ApiError } from '../api/api-error.js';
import type { Lan } from './lan.js';

const PORT = /:\d+$/;

/** Whether a request came under a name of this server; on loopback alone any is. */
export const isOwnHost = (lan: Lan | undefined, host = ''): boolean => {
  if (lan === undefined) return true;
  const { dns, ip } = lan.names;
  return [...dns, ...ip].includes(host.replace(PORT, '').toLowerCase());
};

/**
 * Refuses pages of others: a name that is not this server's own (somebody's DNS points here), and requests that another
 * site's page makes. On loopback alone it lets everything pass.
 */
export const newLanGuard =
  (lan: Lan | undefined): RequestHandler =>
  (request, _response, next) => {
    if (lan === undefined) {
      next();
      return;
    }
    const { host = '', origin } = request.headers;
    if (!isOwnHost(lan, host)) throw new ApiError('HOST_UNKNOWN');
    if (origin !== undefined && origin !== `${request.protocol}://${host}`)
      throw new ApiError('ORIGIN_FOREIGN');
    next();
  };
