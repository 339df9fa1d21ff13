import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { parseRequest } from '../resolver/parse-request.js';
import { packStatusOf } from './pack-status.js';
import { digitalLinkOf } from '../labels/digital-link.js';

/** `GET /api/packs/{code}`: public; a code that is not known is answered like any other that is not. */
export const readPackStatus: ReadHandler<'packStatus'> = async ({ params: { code }, services }) => {
  const link = digitalLinkOf(code);
  const asked = link === undefined ? undefined : parseRequest(new URL(link).pathname);
  const serial = asked?.qualifiers.find(([ai]) => ai === '21')?.[1];
  if (asked?.key[0] !== '01' || serial === undefined) {
    throw new ApiError('QUERY_INVALID', { issues: ['code: no GTIN with a serial'] });
  }
  return packStatusOf(services, asked.key[1], serial);
};
