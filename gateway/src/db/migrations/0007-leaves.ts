import { sql, type Kysely } from 'kysely';

/** Leaves of the log of blocks; rows of before are made anew, because the version of the projectors was raised. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(`alter table blocks add column leaf text not null default ''`).execute(db);
};
