import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { loadOrMakeIdentities } from '@yaosu/identity';
import type { LedgerIdentity } from '@yaosu/network';
import { CHANNEL, PRODUCT, openEmbeddedLedger } from '@yaosu/network/embedded';
import type { Clock } from '../ports.js';
import type { LedgerAccess } from './ledger-access.js';

const MAX_MESSAGES = 200;

/**
 * Opens the embedded ledger of a data folder with the identities of all four organisations.
 * @param onFatal is told when the ledger could not be written: it takes nothing any more until it is opened again
 */
export const openEmbedded = async (
  data: string,
  clock: Clock,
  onFatal?: (error: Error) => void,
): Promise<LedgerAccess> => {
  const { organisations, orderer } = await loadOrMakeIdentities(join(data, 'identities'));
  const ledger = await openEmbeddedLedger({
    folder: join(data, 'ledger'),
    channel: CHANNEL,
    organisations,
    orderer,
    chaincodes: [PRODUCT],
    maxMessageCount: MAX_MESSAGES,
    batchTimeoutMs: 0,
    timeWindowCheck: true,
    now: () => clock.nowMs(),
    ...(onFatal === undefined ? {} : { onFatal }),
  });
  const identities: Partial<Record<MspId, LedgerIdentity>> = Object.fromEntries(
    organisations.map(({ mspId, relay }) => [mspId, relay]),
  );
  return { ledger, identities };
};
