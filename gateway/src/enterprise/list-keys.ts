import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { ReadHandler } from '../http/read-handler.js';
import { hostOf } from '../projection/directory.js';
import { placed } from './queries.js';

/** `GET /api/enterprises/{id}/keys` */
export const listKeys: ReadHandler<'enterpriseKeys'> = async ({ params: { id }, services: { db } }) => {
  if ((await hostOf(db, id)) === undefined) throw new ApiError('ENTERPRISE_NOT_FOUND');
  const rows = await db
    .selectFrom('keys')
    .innerJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`'key~' || ${sql.ref('keys.kid')}`),
    )
    .select(['records.value', 'records.hash', 'records.block', 'records.tx_id'])
    .where('keys.enterprise', '=', id)
    .orderBy('keys.kid')
    .execute();
  return {
    keys: rows.map((row) => ({ ...placed(row), hash: row.hash })) as ReadAnswer<'enterpriseKeys'>['keys'],
  };
};
