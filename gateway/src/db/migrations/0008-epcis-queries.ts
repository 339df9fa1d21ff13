import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `alter table epcis_events add column facts jsonb not null default '{}'`,
  'create index epcis_events_facts on epcis_events using gin (facts jsonb_path_ops)',
  // Two events may say the same under ids of their own.
  'alter table epcis_events drop constraint epcis_events_pkey',
  'alter table epcis_events add primary key (enterprise, hash, declared, event_id)',
  'drop index epcis_events_time',
  'create index epcis_events_time on epcis_events (enterprise, event_time, hash, declared, event_id)',
  'create index epcis_events_recorded on epcis_events (enterprise, record_time, hash, declared, event_id)',
  'create index epcis_events_block on epcis_events (enterprise, block, capture, position)',
  `create table epcis_master (enterprise text not null, type text not null, id text collate "C" not null,
     attributes jsonb not null, children jsonb not null, primary key (enterprise, id, type))`,
];

/** What simple event queries ask for, and master data; rows of before are made anew by the projectors. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
