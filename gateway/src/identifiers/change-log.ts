/**
 * What was changed, on disk before the embedded database has it: that one flushes nothing, is made anew after a power cut,
 * and would lose identifiers, which do not follow from the ledger. PostgreSQL needs no such file.
 */
import { sql, type Selectable } from 'kysely';
import { LineFile } from '../data/line-file.js';
import type { IdentifierTemplatesTable } from '../db/identifier-tables.js';
import type { Database } from '../db/open-database.js';
import type { HandleRow } from './handle-rows.js';

/** A template as it is read. */
export type TemplateRow = Selectable<IdentifierTemplatesTable>;

/** Rows after a change. */
export interface Changed {
  readonly handles?: readonly HandleRow[];
  readonly templates?: readonly TemplateRow[];
}

/** Where changes are noted before they are committed. */
export type NoteChange = (changed: Changed) => Promise<void>;

const ROWS_AT_ONCE = 1_000;

/** How far the secondary node is, only the database knows: what comes out of the file is told once more. */
const untold = (row: HandleRow): HandleRow => ({
  ...row,
  ...{ sync: 'waiting', known: false, refusal: null, synced_at: null },
  // What was gone before anybody was told stays so.
  sent: row.deleted ? row.sent : null,
});

const isNewer = (known: number | undefined, { change }: { readonly change: number }): boolean =>
  known === undefined || change > known;

const lastChange = async (db: Database): Promise<number | undefined> => {
  const { rows } = await sql<{ last: number | null }>`select max(change) as last from
    (select change from identifiers union all select change from identifier_templates) as c`.execute(db);
  return rows[0]?.last ?? undefined;
};

const putBack = async (
  db: Database,
  table: 'identifiers' | 'identifier_templates',
  key: string,
  rows: readonly object[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    await sql`delete from ${sql.table(table)} where (${sql.raw(key)}) in
      (select ${sql.raw(key)} from jsonb_populate_recordset(null::${sql.table(table)}, ${some}::jsonb))`.execute(
      db,
    );
    await sql`insert into ${sql.table(table)} select * from
      jsonb_populate_recordset(null::${sql.table(table)}, ${some}::jsonb)`.execute(db);
  }
};

const catchUp = async (db: Database, lines: readonly Changed[]): Promise<void> => {
  const known = await lastChange(db);
  const handles = new Map<string, HandleRow>();
  const templates = new Map<string, TemplateRow>();
  let last = known ?? 0;
  for (const line of lines) {
    for (const row of line.handles ?? []) if (isNewer(known, row)) handles.set(row.handle, untold(row));
    for (const row of line.templates ?? [])
      if (isNewer(known, row)) templates.set(`${row.prefix}/${row.version}`, row);
    for (const { change } of [...(line.handles ?? []), ...(line.templates ?? [])])
      last = Math.max(last, change);
  }
  if (handles.size + templates.size === 0) return;
  await putBack(db, 'identifiers', 'handle', [...handles.values()]);
  await putBack(db, 'identifier_templates', 'prefix, version', [...templates.values()]);
  await sql`select setval('identifier_change', ${last}::bigint),
    setval('identifier_templates_id_seq', (select coalesce(max(id), 1) from identifier_templates))`.execute(
    db,
  );
};

/** The file beside an embedded database. */
export class ChangeLog {
  readonly #file: LineFile<Changed>;

  private constructor(file: LineFile<Changed>) {
    this.#file = file;
  }

  /** Opens it, and gives the database what it lacks. @throws when a line was altered */
  static async open(path: string, db: Database): Promise<ChangeLog> {
    const file = await LineFile.open<Changed>(path);
    await catchUp(db, file.lines);
    return new ChangeLog(file);
  }

  /** Durable when it settles. */
  note(changed: Changed): Promise<void> {
    return this.#file.append(changed);
  }

  /** Settles when all is written. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
