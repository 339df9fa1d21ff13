/** The read model's database: PostgreSQL when there is a URL, otherwise PGlite. */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { isDiskFull } from '../data/disk-full.js';
import { migrate } from './migrate.js';
import { newPglitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';

/** The read model. */
export type Database = Kysely<Tables>;

const INT8: number = pg.types.builtins.INT8;
const MAX_CONNECTIONS = 10;

/** Makes a PGlite folder in a process of its own: the first start of PGlite takes 850 MB, later ones 300. */
const FIRST_START = `
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create(process.env.YAOSU_PGLITE_FOLDER);
  await database.close();
`;

const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', FIRST_START], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { YAOSU_PGLITE_FOLDER: folder },
  });
};

/** An embedded database that reads whole numbers as PostgreSQL's does here. */
export const newPglite = (options: PGliteOptions = {}): Promise<PGlite> =>
  PGlite.create({ ...options, parsers: { [INT8]: Number } });

const openPglite = async (folder: string): Promise<PGlite> => {
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await rm(folder, { recursive: true, force: true });
    await makeFolder(folder);
  }
  return newPglite({ dataDir: folder });
};

/** PGlite flushes nothing, so a power cut may leave rubbish; all of it can be rebuilt from the ledger. */
const openOrRemake = async (folder: string): Promise<PGlite> => {
  try {
    return await openPglite(folder);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    await rm(folder, { recursive: true, force: true });
    return openPglite(folder);
  }
};

const migrated = async (db: Database): Promise<Database> => {
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

type Parser = (value: string) => unknown;
const parserOf = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;

/**
 * Opens PostgreSQL and brings its schema up to date.
 * @param onLost is told of a connection that broke; the pool makes another when one is needed
 * @throws when the server cannot be reached
 */
export const openPostgres = (
  connectionString: string,
  onLost: (error: Error) => void = () => undefined,
): Promise<Database> => {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : parserOf(oid, format),
  };
  const pool = new pg.Pool({ connectionString, max: MAX_CONNECTIONS, types });
  pool.on('error', onLost);
  // A connection that breaks between two statements of a transaction tells nobody else, and an error that nobody hears ends
  // the process; the next statement fails by itself.
  pool.on('connect', (client) => client.on('error', onLost));
  return migrated(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
};

/** The read model in an embedded database, its schema up to date. */
export const databaseOn = (pglite: PGlite): Promise<Database> =>
  migrated(new Kysely<Tables>({ dialect: new PostgresDialect({ pool: newPglitePool(pglite) }) }));

/** Opens the embedded database in a folder, or in memory when there is none. */
export const openEmbeddedDatabase = async (folder?: string): Promise<Database> =>
  databaseOn(folder === undefined ? await newPglite() : await openOrRemake(folder));
