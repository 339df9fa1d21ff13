/** Whose a GS1 key is: the company prefix in it is that of the owner's place numbers, which stand on the ledger. */
import type { Database } from '../db/open-database.js';

/** Lengths of company prefixes that GS1 China gives (GB 12904), by the first three digits. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ '690': 7, '691': 7, '692': 8, '693': 8, '694': 8, '695': 8, '696': 8, '697': 9 },
};
/** Elsewhere the length is not told by the digits: so many have to agree. */
const STRICT = 9;
/** Digits in front of the company prefix: indicator, extension, leading zero. */
const BEFORE: Readonly<Record<string, number>> = { '00': 1, '01': 1, '8003': 1, '8006': 1 };

/** The company prefix of digits that begin with it; undefined when they are too few. */
export const companyPrefixOf = (digits: string): string | undefined => {
  const prefix = digits.slice(0, LENGTHS[digits.slice(0, 3)] ?? STRICT);
  return /^\d{7,}$/.test(prefix) ? prefix : undefined;
};

/** Whether a key is an enterprise's own: a place of it has the same company prefix, and no other firm's has. */
export const isOwnKey = async (
  db: Database,
  enterprise: string,
  [ai, value]: readonly [string, string],
): Promise<boolean> => {
  const prefix = companyPrefixOf(value.slice(BEFORE[ai] ?? 0));
  if (prefix === undefined) return false;
  const rows = await db
    .selectFrom('sites')
    .select('enterprise')
    .distinct()
    .where('gln', '>=', prefix)
    .where('gln', '<', `${prefix}:`)
    .execute();
  return rows.length === 1 && rows[0]?.enterprise === enterprise;
};
