import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create table alerts (id text collate "C" primary key, epc text collate "C" not null, class text not null,
     cause text not null, whose text not null, batches text[] not null, sighting jsonb not null, other jsonb,
     block bigint not null, settled_block bigint)`,
  'create index alerts_epc on alerts (epc)',
  'create index alerts_block on alerts (block desc, id)',
  // What the ledger calls an object, whoever reported it.
  `create index epcis_epcs_object on epcis_epcs (epc) where epc like 'urn:yaosu:c:%'`,
];

/** Alerts, and every sighting of an object whoever it comes from. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
