/** The network of the parity rows on real Fabric: the same definitions as on the embedded ledger. */
import { join } from 'node:path';
import type { ChaincodeDefinition, CollectionDefinition } from '@yaosu/network/embedded';
import {
  newTopology,
  placesOf,
  signaturePolicy,
  type Commands,
  type Consensus,
  type FabricCollection,
  type FabricDefinition,
  type NetworkPlan,
} from '@yaosu/network/native';
import { makePackage, repositoryRoot } from '@yaosu/network/package';
import { CHAINCODES, CHANNEL } from './network.js';

/** Short, because many rows wait for blocks; long enough for envelopes of one call to come into one block. */
const BATCH = { timeoutMs: 100, maxMessageCount: 50 };

const newCollection = ({
  members,
  endorsementPolicy,
  ...counts
}: CollectionDefinition): FabricCollection => ({
  ...counts,
  policy: signaturePolicy({ n: 1, of: members.map((member) => ({ member })) }),
  ...(endorsementPolicy === undefined
    ? {}
    : { endorsementPolicy: { signaturePolicy: signaturePolicy(endorsementPolicy) } }),
});

/** A process knows a transaction once: what others call is served by a second one. */
const CALLED: ReadonlySet<string> = new Set(['callee', 'weak']);

/** A definition in the words of a native network. */
export const fabricDefinition = (definition: ChaincodeDefinition): FabricDefinition => ({
  name: definition.name,
  version: definition.version,
  sequence: definition.sequence,
  policy: definition.policy,
  collections: definition.collections.map(newCollection),
  process: CALLED.has(definition.name) ? 1 : 0,
});

/** A network in a folder with the probe under all its names. */
export const newParityPlan = (
  folder: string,
  { portBase, commands, consensus }: { portBase: number; commands: Commands; consensus: Consensus },
): NetworkPlan => ({
  topology: newTopology(portBase, { channel: CHANNEL, processes: 2, consensus }),
  places: placesOf(folder),
  commands,
  batch: BATCH,
  definitions: CHAINCODES.map(fabricDefinition),
  makeChaincode: (to) => makePackage(repositoryRoot, to, join(import.meta.dirname, 'probe-package.ts')),
  say: () => undefined,
});
