import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { MAX_PAGES } from '@yaosu/chaincode/model/telemetry/acts';
import { commandsOf, pagesOf } from '@yaosu/chaincode/model/telemetry/pages-of';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { loggerIdOf } from '@yaosu/chaincode/signing/logger-id';
import { Router } from 'express';
import { sql } from 'kysely';
import { UPLOADS } from '../api/uploads.js';
import type { Database } from '../db/open-database.js';
import { authenticate } from '../http/authenticate.js';
import { fileBody, fileOf } from '../http/file-body.js';
import { drugEscrowsOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { readExport } from './read-export.js';

const SALT_BYTES = 16;

/** Number that the logger's next page has. */
const nextSequence = async (db: Database, logger: string): Promise<number> => {
  const { last } = await db
    .selectFrom('records')
    .select(sql<number | null>`max((value ->> 'sequence')::int)`.as('last'))
    .where('key', '>=', keyOf('page', logger, ''))
    .where('key', '<', `${keyOf('page', logger)}\u007f`)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
};

/** Uploads of loggers' exports: the gateway reads and keeps them, the client signs what they say. */
export const exportRoutes = ({ db, ports, sessions, vault }: Services): Router =>
  Router().post(UPLOADS.loggerExport.path, ...fileBody, async (request, response) => {
    const { enterprise } = await authenticate(request, sessions);
    const { text, found } = readExport(fileOf(request));
    const { format, serial, intervalSeconds, readings, limits, figures } = found;
    const salt = toHex(ports.randomBytes(SALT_BYTES));
    const escrows = await drugEscrowsOf(db);
    const document = await vault.put(enterprise, salt, { format, serial, text }, escrows);
    const logger = loggerIdOf(format, serial);
    const pages =
      intervalSeconds === null ? [] : pagesOf(readings, intervalSeconds, await nextSequence(db, logger));
    response.status(UPLOADS.loggerExport.status).json({
      format,
      serial,
      logger,
      intervalSeconds,
      limits,
      figures,
      readings: readings.length,
      document,
      salt,
      commands: commandsOf(pages, MAX_PAGES),
    });
  });
