/** Opens the ledger that the configuration names. */
import type { Config } from '../config.js';
import type { Clock } from '../ports.js';
import type { LedgerAccess } from './ledger-access.js';
import { openEmbedded, type Running } from './open-embedded.js';
import { openWallet, type WalletConfig } from './open-wallet.js';

type LedgerConfig = Pick<Config, 'ledger' | 'fabricProfile'> & WalletConfig;

/**
 * Opens the embedded ledger of the data folder, or the Fabric network of the profile, whose SDKs are loaded only then.
 * @throws ProfileError, WalletError; LedgerError when the network cannot be reached
 */
export const openLedger = async (
  config: LedgerConfig,
  clock: Clock,
  running: Running = {},
): Promise<LedgerAccess> => {
  const { data, ledger, fabricProfile = '' } = config;
  if (ledger === 'embedded') return openEmbedded(data, clock, running);
  const { openFabricLedger, openLegacyLedger } = await import('@yaosu/network/fabric');
  const open = ledger === 'fabric' ? openFabricLedger : openLegacyLedger;
  return open(fabricProfile, await openWallet(config));
};
