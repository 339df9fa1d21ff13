/** The rows of a block on their way: collected in the ledger's order, written with one statement. */
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Tables } from '../db/tables.js';
import { ROW_TABLES, type RowTableName } from './row-tables.js';

/** A row as it is read. */
export type RowOf<T extends RowTableName> = Selectable<Tables[T]>;

type Row = Readonly<Record<string, unknown>>;
type RowsByKey = Map<string, Row>;

/** What becomes of the tables: a later row of the same key meets the earlier one here as it would in the table. */
export class BlockRows {
  readonly #written = new Map<RowTableName, RowsByKey>();
  readonly #removed = new Map<RowTableName, RowsByKey>();

  /** Adds a row, or brings the one of the same key up to date. @throws when the table takes a key only once */
  put<T extends RowTableName>(table: T, row: RowOf<T>): void {
    const rows = rowsOf(this.#written, table);
    const id = idOf(table, row);
    rows.set(id, merged(table, rows.get(id), row));
    rowsOf(this.#removed, table).delete(id);
  }

  /** Removes the row of a key. */
  remove<T extends RowTableName>(table: T, key: Partial<RowOf<T>>): void {
    const id = idOf(table, key);
    rowsOf(this.#written, table).delete(id);
    rowsOf(this.#removed, table).set(id, key);
  }

  /** A part of a statement for every table that changes; no two of them touch the same row. */
  statements(): readonly RawBuilder<unknown>[] {
    return [
      ...nonEmpty(this.#removed).map(([table, rows]) => removal(table, rows)),
      ...nonEmpty(this.#written).map(([table, rows]) => insertion(table, rows)),
    ];
  }
}

const rowsOf = (tables: Map<RowTableName, RowsByKey>, table: RowTableName): RowsByKey => {
  const rows = tables.get(table) ?? new Map<string, Row>();
  tables.set(table, rows);
  return rows;
};

const nonEmpty = (tables: Map<RowTableName, RowsByKey>): readonly (readonly [RowTableName, RowsByKey])[] =>
  [...tables].filter(([, rows]) => rows.size > 0);

const idOf = (table: RowTableName, row: Row): string =>
  JSON.stringify(ROW_TABLES[table].key.map((column) => row[column]));

const merged = (table: RowTableName, before: Row | undefined, row: Row): Row => {
  if (before === undefined) return row;
  const { renewed } = ROW_TABLES[table];
  if (renewed === 'never') throw new Error(`${table} has two rows of ${idOf(table, row)}`);
  return { ...before, ...Object.fromEntries(renewed.map((column) => [column, row[column]])) };
};

/** One parameter whatever the number of rows, so that the statement is always the same. */
const given = (table: RowTableName, rows: RowsByKey): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify([...rows.values()])}::jsonb)`;

const columnList = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(column)));

const onConflict = (table: RowTableName): RawBuilder<unknown> => {
  const { key, renewed } = ROW_TABLES[table];
  if (renewed === 'never') return sql``;
  if (renewed.length === 0) return sql`on conflict (${columnList(key)}) do nothing`;
  const changes = renewed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`on conflict (${columnList(key)}) do update set ${sql.join(changes)}`;
};

const insertion = (table: RowTableName, rows: RowsByKey): RawBuilder<unknown> =>
  sql`insert into ${sql.table(table)} select * from ${given(table, rows)} ${onConflict(table)}`;

const removal = (table: RowTableName, rows: RowsByKey): RawBuilder<unknown> => {
  const key = columnList(ROW_TABLES[table].key);
  return sql`delete from ${sql.table(table)} where (${key}) in (select ${key} from ${given(table, rows)})`;
};
