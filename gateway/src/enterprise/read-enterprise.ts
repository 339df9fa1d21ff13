import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { ReadHandler } from '../http/read-handler.js';
import { placed, prefixesOf, recordsUnder, viewOf } from './queries.js';

type Detail = ReadAnswer<'enterprise'>;

/** `GET /api/enterprises/{id}` */
export const readEnterprise: ReadHandler<'enterprise'> = async ({ params: { id }, services: { db } }) => {
  const row = await db
    .selectFrom('records')
    .select(['value', 'hash', 'block', 'tx_id'])
    .where('key', '=', `ent~${id}`)
    .executeTakeFirst();
  if (row === undefined) throw new ApiError('ENTERPRISE_NOT_FOUND');
  const sites = await recordsUnder(db, 'site', `site~${id}~`);
  const licences = await recordsUnder(db, 'lic', `lic~${id}~`);
  const prefixes = await prefixesOf(db, id);
  return {
    enterprise: await viewOf(db, row),
    sites: sites.map(placed) as Detail['sites'],
    licences: licences.map(placed) as Detail['licences'],
    companyPrefixes: prefixes.map(placed) as Detail['companyPrefixes'],
  };
};
