import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `alter table epcis_events add column batches text[] not null default '{}', add column records text[] not null default '{}'`,
];

/** By what events of the ledger are seen; events that enterprises captured are seen by them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
