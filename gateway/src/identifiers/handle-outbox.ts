/** What the secondary node has yet to be told: each identifier's last change, in the order of the changes. */
import { sql } from 'kysely';
import type { SyncState } from '../api/identifiers.js';
import type { Database } from '../db/open-database.js';
import type { HandleRow } from './handle-rows.js';

/** What is known of an identifier's last change. */
export interface SyncStep {
  readonly sync: Exclude<SyncState, 'waiting'>;
  readonly refusal: { readonly code: string; readonly text: string } | null;
  /** Instant. */
  readonly at: string;
}

/** The row as long as nobody has changed it since. */
const unchanged = (db: Database, { handle, change }: HandleRow) =>
  db.updateTable('identifiers').where('handle', '=', handle).where('change', '=', change);

/** Enterprises for which something waits. */
export const waitingFirms = async (db: Database): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('identifiers')
    .select('enterprise')
    .distinct()
    .where('sync', '=', 'waiting')
    .execute();
  return rows.map(({ enterprise }) => enterprise);
};

/** What waits the longest of an enterprise. */
export const nextWaiting = (db: Database, enterprise: string): Promise<HandleRow | undefined> =>
  db
    .selectFrom('identifiers')
    .selectAll()
    .where('enterprise', '=', enterprise)
    .where('sync', '=', 'waiting')
    .orderBy('change')
    .limit(1)
    .executeTakeFirst();

/** Notes that a change is about to be told. */
export const noteSent = async (db: Database, row: HandleRow): Promise<void> => {
  await unchanged(db, row).set({ sent: row.change }).execute();
};

/** Notes that the secondary node has the identifier, whatever its values are there. */
export const noteKnown = async (db: Database, { handle }: HandleRow, known: boolean): Promise<void> => {
  await db.updateTable('identifiers').set({ known }).where('handle', '=', handle).execute();
};

/** Notes what the secondary node has said of the last change; a newer one goes on waiting. */
export const noteStep = async (
  db: Database,
  row: HandleRow,
  { sync, refusal, at }: SyncStep,
): Promise<void> => {
  const told = refusal === null ? null : JSON.stringify(refusal);
  await unchanged(db, row).set({ sync, refusal: told, synced_at: at }).execute();
};

/** Forgets an identifier that is gone everywhere. */
export const forget = async (db: Database, { handle, change }: HandleRow): Promise<void> => {
  await db
    .deleteFrom('identifiers')
    .where('handle', '=', handle)
    .where('change', '=', change)
    .where('deleted', '=', true)
    .execute();
};

/** Has a refused change told once more. @returns whether there was one */
export const waitAgain = async (db: Database, enterprise: string, handle: string): Promise<boolean> => {
  const { rows } = await sql`update identifiers set sync = 'waiting', refusal = null
    where handle = ${handle} and enterprise = ${enterprise} and sync = 'refused' returning handle`.execute(
    db,
  );
  return rows.length > 0;
};
