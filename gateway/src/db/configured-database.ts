import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { openEmbeddedDatabase, openPostgres, type Database } from './open-database.js';

/** The read model that the configuration names. @throws when its server cannot be reached */
export const openConfiguredDatabase = ({ databaseUrl, data }: Config, log: Logger): Promise<Database> =>
  databaseUrl === undefined
    ? openEmbeddedDatabase(join(data, 'read-model'))
    : openPostgres(databaseUrl, (error) => log.warn({ err: error }, 'a database connection was lost'));
