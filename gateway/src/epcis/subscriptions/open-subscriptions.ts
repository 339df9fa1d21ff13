import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Closing } from '../../closing.js';
import type { Config } from '../../config.js';
import type { Database } from '../../db/open-database.js';
import type { Ports } from '../../ports.js';
import type { Projection } from '../../projection/projection.js';
import { QueryStore } from './query-store.js';
import { Subscriptions } from './subscriptions.js';

interface Opened {
  readonly config: Config;
  readonly db: Database;
  readonly ports: Ports;
  readonly log: Logger;
  readonly projection: Projection;
}

/** Named queries with their subscriptions, which go on where an earlier life has left them. */
export const openSubscriptions = async (
  { config, db, ports, log, projection }: Opened,
  closing: Closing,
): Promise<{ readonly queries: QueryStore; readonly subscriptions: Subscriptions }> => {
  const queries = await QueryStore.open(join(config.data, 'epcis-queries'), ports.newId);
  closing.add(() => queries.close());
  const allowed = config.webhookTargets;
  const subscriptions = new Subscriptions({ db, store: queries, projection, ports, log, allowed });
  closing.add(() => subscriptions.close());
  subscriptions.start();
  return { queries, subscriptions };
};
