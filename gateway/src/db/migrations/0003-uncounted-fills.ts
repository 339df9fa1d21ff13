import { sql, type Kysely } from 'kysely';

/** Fills of a stream that no trigger has counted are found without looking at all others. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql
    .raw(
      `create index records_uncounted_fills on records ((value ->> 'stream'))
         where type = 'fill' and value ->> 'countedBy' is null`,
    )
    .execute(db);
};
