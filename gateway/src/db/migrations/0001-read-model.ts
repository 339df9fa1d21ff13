import { sql, type Kysely } from 'kysely';

const TABLES = [
  'create table checkpoint (id int primary key check (id = 1), channel_genesis text not null, next_block bigint not null)',
  `create table blocks (number bigint primary key, header_hash text not null, previous_hash text not null,
     data_hash text not null, transactions int not null, valid int not null)`,
  `create table transactions (block bigint not null, index int not null, tx_id text not null, code int not null,
     creator_msp text not null, timestamp text not null, contract text not null, act text not null, cmd text,
     endorsers jsonb not null, keys jsonb not null, primary key (block, index))`,
  'create index transactions_tx_id on transactions (tx_id, code)',
  `create table records (key text collate "C" primary key, type text not null, value jsonb not null, hash text not null,
     cmd text not null, block bigint not null, tx_id text not null)`,
  `create table enterprises (enterprise text collate "C" primary key, host_msp text not null, block bigint not null,
     tx_id text not null)`,
  `create table enterprise_roles (enterprise text not null, role text not null, block bigint not null,
     tx_id text not null, primary key (enterprise, role))`,
  `create table sites (enterprise text not null, gln text not null, block bigint not null, tx_id text not null,
     primary key (enterprise, gln))`,
  `create table licences (enterprise text not null, number text not null, kind text not null, not_after text not null,
     block bigint not null, tx_id text not null, primary key (enterprise, number))`,
  `create table keys (kid text collate "C" primary key, enterprise text not null, person text, block bigint not null,
     tx_id text not null)`,
  'create index keys_enterprise on keys (enterprise)',
  `create table batches (batch text collate "C" primary key, issuer text not null, owner text not null,
     manufacturer text not null, mah text, kind text not null, disposition text not null, block bigint not null,
     tx_id text not null)`,
  'create index batches_owner on batches (owner, block)',
  'create index batches_issuer on batches (issuer, block)',
  'create index batches_mah on batches (mah, block)',
];

/** The first read model. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
};
