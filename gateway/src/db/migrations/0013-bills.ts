import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create table bills (id text collate "C" primary key, enterprise text collate "C" not null, kind text not null,
     partner text, subject text not null, unit text collate "C", at text collate "C" not null, day text collate "C" not null,
     lines jsonb not null, batches text[] not null, quantity text not null, block bigint not null, position int not null,
     tx_id text not null, reverses text)`,
  'create index bills_enterprise on bills (enterprise, block, position)',
  'create index bills_day on bills (enterprise, day)',
  'create index bills_unit on bills (unit, block, position) where unit is not null',
  'create index bills_block on bills (block)',
];

/** Acts as bills for trace platforms. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
