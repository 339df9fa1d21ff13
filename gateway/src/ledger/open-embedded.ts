import { join } from 'node:path';
import { contracts } from '@yaosu/chaincode';
import { MSP_IDS, REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';
import { loadOrMakeIdentities } from '@yaosu/identity';
import type { LedgerIdentity } from '@yaosu/network';
import { openEmbeddedLedger, type Policy } from '@yaosu/network/embedded';
import type { Clock } from '../ports.js';
import type { LedgerAccess } from './ledger-access.js';

const CHANNEL = 'yaosu';
const CHAINCODE = 'yaosu';
const MAX_MESSAGES = 200;

const peer = (mspId: MspId): Policy => ({ peer: mspId });
const industry = MSP_IDS.filter((mspId) => mspId !== REGULATOR).map(peer);

/** The Regulator and one other, or all three others. */
const CHAINCODE_POLICY: Policy = {
  n: 1,
  of: [
    { n: 2, of: [peer(REGULATOR), { n: 1, of: industry }] },
    { n: industry.length, of: industry },
  ],
};

/** Opens the embedded ledger of a data folder with the identities of all four organisations. */
export const openEmbedded = async (data: string, clock: Clock): Promise<LedgerAccess> => {
  const { organisations, orderer } = await loadOrMakeIdentities(join(data, 'identities'));
  const definition = {
    name: CHAINCODE,
    version: '1',
    sequence: 1,
    policy: CHAINCODE_POLICY,
    collections: [],
    contracts,
  };
  const ledger = await openEmbeddedLedger({
    folder: join(data, 'ledger'),
    channel: CHANNEL,
    organisations,
    orderer,
    chaincodes: [definition],
    maxMessageCount: MAX_MESSAGES,
    batchTimeoutMs: 0,
    timeWindowCheck: true,
    now: () => clock.nowMs(),
  });
  const identities: Partial<Record<MspId, LedgerIdentity>> = Object.fromEntries(
    organisations.map(({ mspId, relay }) => [mspId, relay]),
  );
  return { ledger, identities };
};
