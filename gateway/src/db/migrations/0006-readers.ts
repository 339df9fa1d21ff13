import { sql, type Kysely } from 'kysely';

/** Grants of a time, and authorities among the readers. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw('alter table batch_readers add column until text collate "C"').execute(db);
  await sql.raw('create index sites_gln on sites (gln)').execute(db);
};
