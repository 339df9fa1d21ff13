import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Closing } from '../closing.js';
import type { Config } from '../config.js';
import type { Database } from '../db/open-database.js';
import type { Ports } from '../ports.js';
import type { Projection } from '../projection/projection.js';
import { ChangeLog, type NoteChange } from './change-log.js';
import { HandleDesk } from './handle-desk.js';
import { HandleSync } from './handle-sync.js';
import { HttpSecondaryNode } from './http-secondary-node.js';
import { Templates } from './templates.js';

interface Parts {
  readonly config: Config;
  readonly db: Database;
  readonly ports: Ports;
  readonly log: Logger;
  readonly projection: Projection;
}

/** Identifiers of the industrial-internet system. */
export interface Identifiers {
  readonly desk: HandleDesk;
  readonly templates: Templates;
  /** Undefined where no secondary node is configured: identifiers are kept, and nobody is told. */
  readonly connected: { readonly node: string; readonly sync: HandleSync } | undefined;
}

const connect = (parts: Parts, closing: Closing): Identifiers['connected'] => {
  const { secondaryNode, webhookTargets: allowed } = parts.config;
  if (secondaryNode === undefined) return undefined;
  const stop = new AbortController();
  const node = new HttpSecondaryNode({ ...secondaryNode, allowed, signal: stop.signal });
  const sync = new HandleSync({ ...parts, node });
  closing.add(async () => {
    // What is given up is told again after the next start.
    stop.abort();
    await sync.close();
  });
  sync.start();
  return { node: node.name, sync };
};

const openNotes = async ({ config, db }: Parts, closing: Closing): Promise<NoteChange> => {
  if (config.databaseUrl !== undefined) return () => Promise.resolve();
  const log = await ChangeLog.open(join(config.data, 'identifiers', 'changes.jsonl'), db);
  closing.add(() => log.close());
  return (changed) => log.note(changed);
};

/** Identifiers as an earlier life has left them. */
export const openIdentifiers = async (parts: Parts, closing: Closing): Promise<Identifiers> => {
  const { db, config } = parts;
  const note = await openNotes(parts, closing);
  const connected = connect(parts, closing);
  const templates = new Templates(db, note);
  const onChange = (enterprise: string): void => connected?.sync.queue.wake(enterprise);
  const desk = new HandleDesk({ db, prefixes: config.identifierPrefixes, templates, note, onChange });
  return { desk, templates, connected };
};
