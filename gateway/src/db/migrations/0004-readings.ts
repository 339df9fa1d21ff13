import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create table readings (logger text collate "C" not null, sequence int not null, shipment text not null,
     from_time text not null, interval_seconds int not null, differences jsonb not null,
     block bigint not null, tx_id text not null, primary key (logger, sequence))`,
  'create index readings_shipment on readings (shipment, logger, sequence)',
];

/** Readings of loggers, which lie in blocks only, so that a curve can be drawn. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
