import { KEY_PARTS, keyOf, splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import { sql } from 'kysely';

type Line = ReadAnswer<'trail'>['lines'][number];

/** Parts of keys that name an investigation. */
const NAMES: readonly string[] = ['investigation', 'recall'];

const investigationsOf = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const { type, parts } = splitKey(key) ?? {};
    const place = type === undefined ? -1 : KEY_PARTS[type].findIndex((part) => NAMES.includes(part));
    return place < 0 ? [] : [keyOf('inv', parts?.[place] ?? '')];
  });

/** Transactions as lists show them, those of recall drills said to be such. */
export const markDrills = async (db: Database, lines: readonly Omit<Line, 'drill'>[]): Promise<Line[]> => {
  const asked = [...new Set(lines.flatMap(({ keys }) => investigationsOf(keys)))];
  const found =
    asked.length === 0
      ? []
      : await db
          .selectFrom('records')
          .select('key')
          .where('key', 'in', asked)
          .where(sql<boolean>`value ->> 'drill' = 'true'`)
          .execute();
  const drills = new Set(found.map(({ key }) => key));
  return lines.map((line) => ({
    ...line,
    drill: investigationsOf(line.keys).some((key) => drills.has(key)),
  }));
};
