import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  'alter table blocks add column provisional boolean not null default false',
  'create index blocks_provisional on blocks (number) where provisional',
];

/** Blocks that another organisation's peer gave; all rows of before are of the own one. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
