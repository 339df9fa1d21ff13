/** Looks for a word in everything that a data folder holds: files as they are, stores and tables as they are read. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { openEmbeddedDatabase, type Database } from '@yaosu/gateway/database';
import { ClassicLevel } from 'classic-level';
import { sql } from 'kysely';
import type { Sought } from './needle.js';

/** A place and what stands around the word there. */
export type Find = string;

const filesOf = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** The bytes of every file. */
export const searchFiles = async (folder: string, needle: Sought): Promise<readonly Find[]> => {
  const finds: Find[] = [];
  for (const file of await filesOf(folder)) {
    const found = needle.foundIn(file) ?? needle.foundIn(await readFile(file));
    if (found !== undefined) finds.push(`file ${relative(folder, file)}: ${found}`);
  }
  return finds;
};

/** Keys and values of a LevelDB, whose files are compressed. @returns finds, and how many entries were read */
export const searchLevel = async (
  folder: string,
  needle: Sought,
): Promise<{ readonly finds: readonly Find[]; readonly entries: number }> => {
  const level = new ClassicLevel<Buffer, Buffer>(folder, { keyEncoding: 'buffer', valueEncoding: 'buffer' });
  await level.open();
  const finds: Find[] = [];
  let entries = 0;
  try {
    for await (const [key, value] of level.iterator()) {
      entries += 1;
      const found = needle.foundIn(key) ?? needle.foundIn(value);
      if (found !== undefined) finds.push(`entry ${key.toString('utf8')}: ${found}`);
    }
  } finally {
    await level.close();
  }
  return { finds, entries };
};

/** What was found in tables, and how many rows were read. */
export interface TableFinds {
  readonly finds: readonly Find[];
  readonly rows: number;
}

/** Every row of every table, whatever schema it is in. */
export const searchDatabase = async (db: Database, needle: Sought): Promise<TableFinds> => {
  const finds: Find[] = [];
  let rows = 0;
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname <> 'information_schema'`.execute(db);
  for (const { name } of tables.rows) {
    const all = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    rows += all.rows.length;
    for (const { row } of all.rows) {
      const found = needle.foundIn(row);
      if (found !== undefined) finds.push(`row of ${name}: ${found}`);
    }
  }
  return { finds, rows };
};

/** The same for the database of a data folder. */
export const searchTables = async (folder: string, needle: Sought): Promise<TableFinds> => {
  const db = await openEmbeddedDatabase(folder);
  try {
    return await searchDatabase(db, needle);
  } finally {
    await db.destroy();
  }
};

/** Every LevelDB below a folder, whichever program wrote it. @returns finds, and how many entries were read */
export const searchStores = async (
  folder: string,
  needle: Sought,
): Promise<{ readonly finds: readonly Find[]; readonly entries: number }> => {
  const stores = (await filesOf(folder)).filter((file) => basename(file) === 'CURRENT').map(dirname);
  const all = await Promise.all(stores.map((store) => searchLevel(store, needle)));
  return {
    finds: all.flatMap(({ finds }, i) =>
      finds.map((find) => `${relative(folder, stores[i] ?? '')}, ${find}`),
    ),
    entries: all.reduce((sum, { entries }) => sum + entries, 0),
  };
};
