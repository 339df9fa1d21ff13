import { ClassicLevel } from 'classic-level';
import { join } from 'node:path';
import type { Database } from './view.js';

const MEBIBYTE = 1024 * 1024;
/** Blocks are written once and read seldom: the more of them one table takes, the less is merged again and again. */
const SIZES = { writeBufferSize: 32 * MEBIBYTE, maxFileSize: 16 * MEBIBYTE, cacheSize: 32 * MEBIBYTE };

/** Open the database of a ledger's folder; every thread of the process that has it open shares its memory. */
export async function openDatabase(folder: string): Promise<Database> {
  const database: Database = new ClassicLevel(join(folder, 'level'), {
    keyEncoding: 'buffer',
    valueEncoding: 'buffer',
    multithreading: true,
    ...SIZES,
  });
  await database.open();
  return database;
}
