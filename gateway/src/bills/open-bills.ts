import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Closing } from '../closing.js';
import type { Config } from '../config.js';
import type { Database } from '../db/open-database.js';
import type { LedgerAccess } from '../ledger/ledger-access.js';
import type { Ports } from '../ports.js';
import { hostOf } from '../projection/directory.js';
import type { Projection } from '../projection/projection.js';
import type { LotNames } from '../vault/lot-names.js';
import { BillStates } from './bill-states.js';
import { BillSync } from './bill-sync.js';
import { HttpTracePlatform } from './http-trace-platform.js';
import { Reconciler } from './reconciler.js';
import { Reconciliations } from './reconciliations.js';
import { sentBillOf } from './sent-bill.js';

interface Parts {
  readonly config: Config;
  readonly db: Database;
  readonly ports: Ports;
  readonly log: Logger;
  readonly access: LedgerAccess;
  readonly projection: Projection;
  readonly lotNames: LotNames;
}

/** The way to a platform. */
export interface Connected {
  /** How pages call the platform. */
  readonly platform: string;
  readonly sync: BillSync;
  readonly reconciler: Reconciler;
}

/** What is known of bills beside the read model. */
export interface Bills {
  readonly states: BillStates;
  readonly results: Reconciliations;
  /** Undefined where no platform is configured: bills are listed, and nobody is told. */
  readonly connected: Connected | undefined;
}

const connect = (
  parts: Parts,
  { states, results }: Pick<Bills, 'states' | 'results'>,
  closing: Closing,
): Connected | undefined => {
  const { config, db, access } = parts;
  if (config.tracePlatform === undefined) return undefined;
  const stop = new AbortController();
  const allowed = config.webhookTargets;
  const platform = new HttpTracePlatform({ ...config.tracePlatform, allowed, signal: stop.signal });
  const isHosted = async (enterprise: string): Promise<boolean> => {
    const host = await hostOf(db, enterprise);
    return host !== undefined && access.identities[host] !== undefined;
  };
  const sync = new BillSync({
    ...parts,
    platform,
    states,
    isHosted,
    contentOf: (row) => sentBillOf(parts, row),
  });
  const reconciler = new Reconciler({ ...parts, platform, states, sync, results });
  closing.add(async () => {
    // What is given up is asked for after the next start.
    stop.abort();
    await Promise.all([reconciler.close(), sync.close()]);
  });
  sync.start();
  reconciler.start();
  return { platform: platform.name, sync, reconciler };
};

/** Bills, which go on where an earlier life has left them. */
export const openBills = async (parts: Parts, closing: Closing): Promise<Bills> => {
  const { config, ports } = parts;
  const states = await BillStates.open(join(config.data, 'trace-bills', 'steps.jsonl'));
  closing.add(() => states.close());
  const results = await Reconciliations.open(join(config.data, 'trace-reconciliations'), ports.newId);
  closing.add(() => results.close());
  return { states, results, connected: connect(parts, { states, results }, closing) };
};
