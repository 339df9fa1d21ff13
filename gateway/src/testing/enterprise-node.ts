/** An enterprise node by itself: its routes over a database in memory, where a token is the name of an enterprise. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { NOBODY, type Caller } from '../access/caller.js';
import { doipRoutes } from '../identifiers/doip-routes.js';
import { HandleDesk } from '../identifiers/handle-desk.js';
import type { Prefixes } from '../identifiers/readable-values.js';
import { snmsRoutes } from '../identifiers/snms-routes.js';
import { templateRoutes } from '../identifiers/template-routes.js';
import { Templates } from '../identifiers/templates.js';
import type { Database } from '../db/open-database.js';
import type { Services } from '../services.js';
import { HandleClient } from './handle-client.js';
import { openMemoryDatabase } from './memory-database.js';

const AT = '2026-11-25T08:00:00.000Z';
const note = (): Promise<void> => Promise.resolve();

/** A node. */
export interface EnterpriseNode {
  readonly db: Database;
  /** Speaks for an enterprise; undefined: for nobody. */
  readonly client: (enterprise?: string) => HandleClient;
  readonly close: () => Promise<void>;
}

const authenticate = (enterprise: string): Promise<Caller> =>
  Promise.resolve({ ...NOBODY, enterprise, kid: 'kid', at: AT });

/** @param onChange is told of what the secondary node has yet to hear */
export const startEnterpriseNode = async (
  prefixes: Prefixes,
  onChange: (enterprise: string) => void = () => undefined,
): Promise<EnterpriseNode> => {
  const db = await openMemoryDatabase();
  const templates = new Templates(db, note);
  const desk = new HandleDesk({ db, prefixes, templates, note, onChange });
  const services = {
    ...{ db, log: pino({ level: 'silent' }), sessions: { authenticate } },
    ...{ config: { identifierPrefixes: prefixes }, identifiers: { desk, templates } },
  } as unknown as Services;
  const app = express().use(snmsRoutes(services)).use(templateRoutes(services)).use(doipRoutes(services));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    db,
    client: (enterprise) => new HandleClient(url, enterprise),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await db.destroy();
    },
  };
};
