import { join } from 'node:path';
import type { Config } from '../config.js';
import { openEmbeddedDatabase, openPostgres } from '../db/open-database.js';
import { openLedger } from '../ledger/open-ledger.js';
import { systemPorts } from '../ports.js';
import { loadCheckpoint } from '../projection/checkpoint.js';
import { openVault } from '../vault/open-vault.js';
import { compareReadModels, projectAll, type Difference } from '../projection/rebuild.js';

/** Projects the ledger anew, in memory, up to where the read model stands, and compares. @throws when it is in use */
export const rebuild = async (
  config: Config,
): Promise<{ height: number; differences: readonly Difference[] }> => {
  const { data, databaseUrl } = config;
  const { ledger } = await openLedger(config, systemPorts.clock);
  const live = await (databaseUrl === undefined
    ? openEmbeddedDatabase(join(data, 'read-model'))
    : openPostgres(databaseUrl));
  const rebuilt = await openEmbeddedDatabase();
  const { vault } = await openVault(data, systemPorts);
  try {
    const height = await loadCheckpoint(live, ledger.channelGenesis, await ledger.height());
    await projectAll(ledger, rebuilt, height, vault);
    return { height, differences: await compareReadModels(live, rebuilt) };
  } finally {
    await Promise.all([live.destroy(), rebuilt.destroy()]);
    await ledger.close();
  }
};
