import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create table epcis_captures (capture text collate "C" primary key, job text not null unique, enterprise text not null,
     state text not null, received_at text not null, behaviour text not null, events int not null,
     duplicates int not null, errors jsonb not null, block bigint not null, tx_id text not null)`,
  `create table epcis_events (enterprise text not null, hash text collate "C" not null, declared text not null,
     event_id text collate "C" not null, type text not null, event_time text collate "C" not null,
     record_time text collate "C" not null, action text, biz_step text, disposition text, capture text not null,
     position int not null, context text, event text not null, block bigint not null, tx_id text not null,
     primary key (enterprise, hash, declared))`,
  'create index epcis_events_time on epcis_events (enterprise, event_time desc, hash, declared)',
  'create index epcis_events_id on epcis_events (enterprise, event_id)',
  `create table epcis_epcs (enterprise text not null, epc text collate "C" not null, part text not null,
     hash text collate "C" not null, declared text not null, primary key (enterprise, epc, part, hash, declared))`,
];

/** Captured events, and the identifiers that they name. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
