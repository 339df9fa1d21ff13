/** Opens the ledger that the configuration names. */
import type { Config } from '../config.js';
import type { Clock } from '../ports.js';
import type { LedgerAccess } from './ledger-access.js';
import { openEmbedded, type Running } from './open-embedded.js';

type LedgerConfig = Pick<Config, 'data' | 'ledger' | 'fabricProfile'>;

/**
 * Opens the embedded ledger of the data folder, or the Fabric network of the profile, whose SDK is loaded only then.
 * @throws ProfileError, LedgerError when the network cannot be reached
 */
export const openLedger = async (
  { data, ledger, fabricProfile = '' }: LedgerConfig,
  clock: Clock,
  running: Running = {},
): Promise<LedgerAccess> => {
  if (ledger === 'embedded') return openEmbedded(data, clock, running);
  const { openFabricLedger } = await import('@yaosu/network/fabric');
  return openFabricLedger(fabricProfile);
};
