/** Whose a GS1 key is: the company prefix in it is one that an authority has recorded on the ledger. */
import { prefixesOfKey } from '@yaosu/chaincode/model/enterprise/company-prefix';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';

const ofKey = async (
  db: Database,
  [ai, value]: readonly [string, string],
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const keys = prefixesOfKey(ai, value).map((prefix) => keyOf('gcp', prefix));
  if (keys.length === 0) return undefined;
  const row = await db
    .selectFrom('records')
    .select('value')
    .where('key', 'in', keys)
    .orderBy(sql`length(key)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.value;
};

/**
 * The company prefix of a key of an enterprise's own; a prefix that nobody has on the ledger is nobody's.
 * @throws ApiError PREFIX_FOREIGN
 */
export const requireOwnPrefix = async (
  db: Database,
  enterprise: string,
  key: readonly [ai: string, value: string],
): Promise<string> => {
  const found = await ofKey(db, key);
  if (found?.['enterprise'] !== enterprise)
    throw new ApiError('PREFIX_FOREIGN', { key: `(${key.join(')')}` });
  return String(found['companyPrefix']);
};
