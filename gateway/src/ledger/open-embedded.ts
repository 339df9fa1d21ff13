import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { loadOrMakeIdentities } from '@yaosu/identity';
import type { LedgerIdentity } from '@yaosu/network';
import { CHANNEL, PRODUCT, openEmbeddedLedger, type EmbeddedOptions } from '@yaosu/network/embedded';
import type { Clock } from '../ports.js';
import type { LedgerAccess } from './ledger-access.js';

const MAX_MESSAGES = 200;

type Identities = Awaited<ReturnType<typeof loadOrMakeIdentities>>;

/** How the embedded ledger of a data folder is opened: with the identities of all four organisations. */
export const embeddedOptions = async (
  data: string,
  clock: Clock,
): Promise<Omit<EmbeddedOptions, keyof Identities> & Identities> => ({
  ...(await loadOrMakeIdentities(join(data, 'identities'))),
  folder: join(data, 'ledger'),
  channel: CHANNEL,
  chaincodes: [PRODUCT],
  maxMessageCount: MAX_MESSAGES,
  batchTimeoutMs: 0,
  timeWindowCheck: true,
  countersign: true,
  curveThread: true,
  now: () => clock.nowMs(),
});

/** How the server that opens a ledger runs it. */
export type Running = Pick<EmbeddedOptions, 'peerThreads' | 'onFatal'>;

/** Opens the embedded ledger of a data folder with the identities of all four organisations. */
export const openEmbedded = async (
  data: string,
  clock: Clock,
  running: Running = {},
): Promise<LedgerAccess> => {
  const options = await embeddedOptions(data, clock);
  const ledger = await openEmbeddedLedger({ ...options, ...running });
  const identities: Partial<Record<MspId, LedgerIdentity>> = Object.fromEntries(
    options.organisations.map(({ mspId, relay }) => [mspId, relay]),
  );
  return { ledger, identities };
};
