import { ClassicLevel } from 'classic-level';
import { join } from 'node:path';
import type { Database } from './view.js';

/** Open the database of a ledger's folder; every thread of the process that has it open shares its memory. */
export async function openDatabase(folder: string): Promise<Database> {
  const database: Database = new ClassicLevel(join(folder, 'level'), {
    keyEncoding: 'buffer',
    valueEncoding: 'buffer',
    multithreading: true,
  });
  await database.open();
  return database;
}
