/** Who wrote a statement that goes with a record, for who may read that record: by the ledger alone. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { sql } from 'kysely';
import type { Caller } from '../access/caller.js';
import { loadKeyOf, mayRead } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';
import { firmValue } from '../projection/directory.js';
import { actsOfStatement } from './shared-statements.js';

/** A statement as it is asked for. */
export interface AskedStatement {
  /** Key of the record that it goes with. */
  readonly record: string;
  readonly digest: string;
}

type Value = Readonly<Record<string, unknown>>;

/** What others wrote is given away here: the load that lets somebody read has to be the own peer's word as well. */
const mayReadFirmly = async (db: Database, reader: Caller, key: string, value: Value): Promise<boolean> => {
  const type = splitKey(key)?.type;
  const load = type === undefined ? undefined : loadKeyOf(type, value);
  const isFirm = load === undefined || (await firmValue(db, load)) !== undefined;
  return isFirm && mayRead(db, reader, key, value);
};

/** Enterprises that signed one of these acts on a record, as the own peer has given it. */
const signersOf = async (db: Database, key: string, acts: readonly Act[]): Promise<readonly string[]> => {
  const names = acts.map(({ contract, name }) => `${contract}.${name}`);
  const rows = await db
    .selectFrom('transactions')
    .innerJoin('blocks', 'blocks.number', 'transactions.block')
    .select('transactions.parties')
    .where('transactions.code', '=', 0)
    .where('blocks.provisional', '=', false)
    .where(sql<boolean>`transactions.keys ?| ${sql.val([key])}::text[]`)
    .where(sql<string>`transactions.contract || '.' || transactions.act`, 'in', names)
    .execute();
  return [...new Set(rows.flatMap(({ parties }) => parties.map(({ enterprise }) => enterprise)))].sort();
};

/**
 * Who may have written a statement. Only who signed it there counts: a digest that somebody else copied into a record opens nothing.
 * @returns none when the reader may not read the record, or the record holds no such statement
 */
export const authorsOf = async (
  db: Database,
  reader: Caller,
  { record, digest }: AskedStatement,
): Promise<readonly string[]> => {
  const value = await firmValue(db, record);
  if (value === undefined || !(await mayReadFirmly(db, reader, record, value))) return [];
  const acts = actsOfStatement(record, value, digest);
  return acts.length === 0 ? [] : signersOf(db, record, acts);
};
