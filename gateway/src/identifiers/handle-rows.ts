/** Rows of identifiers, changed in batches. */
import { sql, type Selectable, type Transaction } from 'kysely';
import type { IdentifiersTable } from '../db/identifier-tables.js';
import type { Database } from '../db/open-database.js';
import type { Tables } from '../db/tables.js';
import type { Registration } from './input.js';

/** An identifier as it is read. */
export type HandleRow = Selectable<IdentifiersTable>;

/** Who changes something, and when. */
export interface Author {
  readonly enterprise: string;
  readonly kid: string;
  /** Instant. */
  readonly at: string;
}

type Within = Transaction<Tables>;

const recordset = (wanted: readonly Registration[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r(handle text, prefix text, template text, value jsonb)`;

/** Adds those that are not there. @param wanted each handle once. @returns those that were added */
export const addHandles = async (
  db: Within,
  wanted: readonly Registration[],
  { enterprise, kid, at }: Author,
): Promise<readonly HandleRow[]> => {
  const { rows } = await sql<HandleRow>`
    insert into identifiers (handle, prefix, enterprise, template, value, made_at, changed_at, changed_by)
    select r.handle, r.prefix, ${enterprise}, r.template, r.value, ${at}, ${at}, ${kid} from ${recordset(wanted)}
    on conflict (handle) do update set enterprise = excluded.enterprise, template = excluded.template,
      value = excluded.value, made_at = excluded.made_at, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, change = excluded.change, deleted = false, sync = 'waiting', refusal = null
    where identifiers.deleted returning *`.execute(db);
  return rows;
};

/** Changes those that are there. @param wanted each handle once. @returns those that were changed */
export const changeHandles = async (
  db: Within,
  wanted: readonly Registration[],
  { enterprise, kid, at }: Author,
): Promise<readonly HandleRow[]> => {
  const { rows } = await sql<HandleRow>`
    update identifiers as i set enterprise = ${enterprise}, template = r.template, value = r.value, changed_at = ${at},
      changed_by = ${kid}, change = nextval('identifier_change'), sync = 'waiting', refusal = null
    from ${recordset(wanted)} where i.handle = r.handle and not i.deleted returning i.*`.execute(db);
  return rows;
};

/** Marks those that are there as gone. @param wanted each handle once. @returns those that are gone now */
export const dropHandles = async (
  db: Within,
  wanted: readonly string[],
  { enterprise, kid, at }: Author,
): Promise<readonly HandleRow[]> => {
  const { rows } = await sql<HandleRow>`
    update identifiers set enterprise = ${enterprise}, deleted = true, value = '[]'::jsonb, changed_at = ${at},
      changed_by = ${kid}, change = nextval('identifier_change'), sync = 'waiting', refusal = null
    where handle = any(${[...wanted]}::text[]) and not deleted returning *`.execute(db);
  return rows;
};

/** An identifier that is there. */
export const handleOf = (db: Database, handle: string): Promise<HandleRow | undefined> =>
  db
    .selectFrom('identifiers')
    .selectAll()
    .where('handle', '=', handle)
    .where('deleted', '=', false)
    .executeTakeFirst();
