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

const lastChange = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ last: number }>`select coalesce(max(change), 0) as last from
    (select change from identifiers union all select change from identifier_templates) as c`.execute(db);
  return rows[0]?.last ?? 0;
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

/** The last of each row that a database lacks. */
const lacking = <T extends { readonly change: number }>(
  rows: readonly T[],
  known: number,
  keyOf: (row: T) => string,
): readonly T[] => [
  ...new Map(rows.filter(({ change }) => change > known).map((row) => [keyOf(row), row])).values(),
];

const catchUp = async (db: Database, lines: readonly Changed[]): Promise<void> => {
  const known = await lastChange(db);
  const allHandles = lines.flatMap(({ handles = [] }) => handles);
  const handles = lacking(allHandles, known, ({ handle }) => handle).map(untold);
  const allTemplates = lines.flatMap(({ templates = [] }) => templates);
  const templates = lacking(allTemplates, known, ({ prefix, version }) => `${prefix}/${version}`);
  const changes = [...handles, ...templates].map(({ change }) => change);
  if (changes.length === 0) return;
  await putBack(db, 'identifiers', 'handle', handles);
  await putBack(db, 'identifier_templates', 'prefix, version', templates);
  const last = changes.reduce((most, change) => Math.max(most, change), known);
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
