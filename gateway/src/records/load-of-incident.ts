import { sql } from 'kysely';

/** Key of the load that the record of an incident is about; to be asked of rows of `records` of type `inc`. */
export const LOAD_OF_INCIDENT = sql<string>`(value -> 'subject' ->> 'type') || '~' || (value -> 'subject' ->> 'id')`;
