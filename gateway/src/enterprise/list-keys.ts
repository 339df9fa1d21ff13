import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { ReadAnswer } from '../api/reads.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { Database } from '../db/open-database.js';
import { hostOf } from '../projection/directory.js';
import { placed } from './queries.js';

/** Keys of invitations that have signed anything but their own admission. */
const usedOf = async (db: Database, kids: readonly string[]): Promise<ReadonlySet<string>> => {
  const used = new Set<string>();
  for (const kid of kids) {
    const party = JSON.stringify([{ kid }]);
    const row = await db
      .selectFrom('transactions')
      .select('tx_id')
      .where('code', '=', 0)
      .where('act', '<>', enterpriseActs.admitKey.name)
      .where(sql<boolean>`parties @> ${party}::jsonb`)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) used.add(kid);
  }
  return used;
};

/** `GET /api/enterprises/{id}/keys` */
export const listKeys: ReadHandler<'enterpriseKeys'> = async ({
  params: { id },
  caller,
  services: { db },
}) => {
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
  const isInvitation = ({ value }: (typeof rows)[number]): boolean =>
    caller.enterprise === id && value['onlyFor'] !== null;
  const used = await usedOf(
    db,
    rows.filter(isInvitation).map(({ value }) => String(value['kid'])),
  );
  return {
    keys: rows.map((row) => ({
      ...placed(row),
      hash: row.hash,
      isUsed: isInvitation(row) ? used.has(String(row.value['kid'])) : null,
    })) as ReadAnswer<'enterpriseKeys'>['keys'],
  };
};
