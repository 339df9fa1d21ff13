import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create index records_open_quality on records ((value ->> 'batch'))
     where type = 'qa' and value -> 'closed' = 'null'::jsonb and value ->> 'verdict' is distinct from 'pass'`,
  `create index records_open_holds on records ((value ->> 'batch'))
     where type = 'hold' and value -> 'liftedBy' = 'null'::jsonb`,
  `create index records_open_excursions on records (key)
     where type = 'exc' and value -> 'disposition' = 'null'::jsonb`,
];

/** What is open at quality's desk is found among the few that are open, not among all that ever were. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
