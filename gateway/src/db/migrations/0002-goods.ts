import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  'alter table checkpoint add column version int not null default 1',
  `alter table batches add column market text not null default 'none', add column identity text not null default ''`,
  'create index batches_identity on batches (identity)',
  `create table batch_readers (batch text collate "C" not null, enterprise text not null, reason text not null,
     primary key (batch, enterprise, reason))`,
  'create index batch_readers_enterprise on batch_readers (enterprise)',
  `create table record_readers (key text collate "C" not null, enterprise text not null,
     primary key (key, enterprise))`,
  'create index record_readers_enterprise on record_readers (enterprise)',
  'create index records_type on records (type, block desc, key)',
  `create index records_batch on records ((value ->> 'batch')) where value ? 'batch'`,
  `create table parcels (parcel text collate "C" primary key, batch text not null, owner text not null,
     holder text not null, site text, status text not null, quantity numeric(24) not null, unit text not null,
     container text, shipment text, is_spent boolean not null, block bigint not null, tx_id text not null)`,
  'create index parcels_stock on parcels (holder, batch) where not is_spent',
  'create index parcels_batch on parcels (batch) where not is_spent',
  `create table edges (from_batch text collate "C" not null, to_batch text collate "C" not null, kind text not null,
     block bigint not null, tx_id text not null, primary key (from_batch, to_batch))`,
  'create index edges_back on edges (to_batch)',
  `create table stops (batch text collate "C" not null, investigation text not null, provisional boolean not null,
     lifted boolean not null, placed_at text not null, block bigint not null, tx_id text not null,
     primary key (batch, investigation))`,
  'create index stops_investigation on stops (investigation)',
  `alter table sites add column area text not null default ''`,
];

/** Stock, and who may see what. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
