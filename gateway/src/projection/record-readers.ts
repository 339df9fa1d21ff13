import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../db/open-database.js';

/** Who may see which record, as of the transaction that is projected. */
export class RecordReaders {
  readonly #stored: ReadonlyMap<string, readonly string[]>;
  readonly #replaced = new Map<string, readonly string[]>();

  private constructor(stored: ReadonlyMap<string, readonly string[]>) {
    this.#stored = stored;
  }

  /** Reads the readers of these records with one query. */
  static async load(db: Database, keys: readonly string[]): Promise<RecordReaders> {
    if (keys.length === 0) return new RecordReaders(new Map());
    const rows = await db
      .selectFrom('record_readers')
      .select(['key', 'enterprise'])
      .where(sql<boolean>`key = any(${[...keys]})`)
      .execute();
    const stored = new Map<string, readonly string[]>();
    for (const { key, enterprise } of rows) stored.set(key, [...(stored.get(key) ?? []), enterprise]);
    return new RecordReaders(stored);
  }

  /** Readers of a record that was read or replaced; none of any other. */
  of(key: string): readonly string[] {
    return this.#replaced.get(key) ?? this.#stored.get(key) ?? [];
  }

  /** From now on these, each named once, and nobody else. */
  replace(key: string, enterprises: readonly string[]): void {
    this.#replaced.set(key, enterprises);
  }

  /** Parts of a statement that write what was replaced; the two do not touch the same row. */
  statements(): readonly RawBuilder<unknown>[] {
    if (this.#replaced.size === 0) return [];
    const rows = [...this.#replaced].flatMap(([key, names]) => names.map((name) => [key, name] as const));
    const named = sql`unnest(${rows.map(([key]) => key)}::text[], ${rows.map(([, name]) => name)}::text[])`;
    return [
      sql`delete from record_readers where key = any(${[...this.#replaced.keys()]}::text[])
        and (key, enterprise) not in (select * from ${named})`,
      sql`insert into record_readers (key, enterprise) select * from ${named} on conflict do nothing`,
    ];
  }
}
