/** The network of the parity rows: one contract under several names with different policies. */
import type {
  ChaincodeDefinition,
  CollectionDefinition,
  EmbeddedOptions,
  Policy,
} from '@yaosu/network/embedded';
import { newEmbeddedIdentities, type EmbeddedIdentities } from '@yaosu/identity';
import { ProbeContract } from './probe-contract.js';
import { C, L, M, R, type ChaincodeName } from './row.js';

const oneOf = (...organisations: readonly string[]): Policy => ({
  n: 1,
  of: organisations.map((peer) => ({ peer })),
});

/** Two members, M and C; what is left out is Fabric's usual. */
function newCollection(name: string, more: Partial<CollectionDefinition> = {}): CollectionDefinition {
  const usual = {
    requiredPeerCount: 0,
    maxPeerCount: 1,
    blockToLive: 0,
    memberOnlyRead: true,
    memberOnlyWrite: true,
  };
  return { name, members: [M, C], ...usual, ...more };
}

const endorsementPolicy = oneOf(M, C);
const collections: readonly CollectionDefinition[] = [
  newCollection('duo'),
  newCollection('duoOwn', { endorsementPolicy }),
  newCollection('open', { endorsementPolicy, memberOnlyRead: false, memberOnlyWrite: false }),
  newCollection('brief', { endorsementPolicy, blockToLive: 2 }),
  newCollection('distant', { endorsementPolicy, requiredPeerCount: 3, maxPeerCount: 3 }),
];

const POLICIES: Readonly<Record<Exclude<ChaincodeName, 'nope'>, Policy>> = {
  probe: 'MAJORITY',
  callee: 'MAJORITY',
  weak: oneOf(M, C, L, R),
  pair: { n: 2, of: [M, C, L, R].map((peer) => ({ peer })) },
  private: 'MAJORITY',
  space: 'MAJORITY',
  bump: 'MAJORITY',
};

/** The chaincodes in their first definition. */
export const CHAINCODES: readonly ChaincodeDefinition[] = Object.entries(POLICIES).map(([name, policy]) => ({
  name,
  version: '1',
  sequence: 1,
  policy,
  collections: name === 'private' ? collections : [],
  contracts: [ProbeContract],
}));

/** Name of the channel. */
export const CHANNEL = 'parity';

/** What the embedded ledger is opened with, and the identities that its clients use. */
export async function newParityNetwork(
  folder: string,
): Promise<{ readonly options: EmbeddedOptions; readonly identities: EmbeddedIdentities }> {
  const identities = await newEmbeddedIdentities();
  const options: EmbeddedOptions = {
    folder,
    channel: CHANNEL,
    organisations: identities.organisations,
    orderer: identities.orderer,
    chaincodes: CHAINCODES,
    maxMessageCount: 50,
    batchTimeoutMs: 0,
    timeWindowCheck: false,
    now: () => Date.now(),
  };
  return { options, identities };
}
