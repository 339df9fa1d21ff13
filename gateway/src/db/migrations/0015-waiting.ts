import { sql, type Kysely } from 'kysely';

const STATEMENTS = [
  `create index records_waiting on records (key) where
     type = 'order' and value ->> 'state' in ('placed', 'confirmed')
     or type = 'task' and value ->> 'state' in ('offered', 'delivered')
     or type = 'ship' and (value ->> 'state' in ('ready', 'loaded', 'inTransit', 'arrived')
       or value ->> 'condition' = 'pending' or value -> 'offer' ->> 'state' = 'open')
     or type = 'inv' and value ->> 'state' <> 'closed'
     or type = 'man' and (value ->> 'state' not in ('closed', 'voided')
       or value -> 'differences' @> '[{"answer": null}]'::jsonb)
     or type = 'inc' and value ->> 'state' = 'open'
     or type = 'disp' and value -> 'resolution' = 'null'::jsonb`,
  `create index records_open_recalls on records (key) where type = 'rec' and value ->> 'state' = 'open'`,
  `create index batches_in_process on batches (batch) where disposition = 'inProcess'`,
];

/** What waits is found among what is not finished, not among all that ever was. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
