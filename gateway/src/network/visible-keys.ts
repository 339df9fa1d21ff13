import type { Caller } from '../access/caller.js';
import { mayRead } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';

/** Those of the keys whose records the caller may see. */
export const visibleKeys = async (
  db: Database,
  caller: Caller,
  keys: readonly string[],
): Promise<string[]> => {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('key', 'in', [...keys])
    .execute();
  const isVisible = await Promise.all(rows.map(({ key, value }) => mayRead(db, caller, key, value)));
  return rows.filter((_, i) => isVisible[i]).map(({ key }) => key);
};
