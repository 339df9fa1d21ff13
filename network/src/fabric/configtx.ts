/** The channel's first configuration, as configtxgen reads it. JSON is YAML. */
import { LIFECYCLE_POLICY } from '../channel.js';
import { consensusRule, type Consensus } from './consensus.js';
import type { Places } from './places.js';
import { signaturePolicy } from './policy-words.js';
import { addressOf, type OrdererNode, type PeerNode, type Topology } from './topology.js';

/** Name of the profile in configtx.yaml. */
export const PROFILE = 'Yaosu';

/** How the orderers cut blocks. */
export interface BatchLimits {
  readonly timeoutMs: number;
  readonly maxMessageCount: number;
}

/** 250 ms or 200 transactions (ledger model, section 13). */
export const BATCH: BatchLimits = { timeoutMs: 250, maxMessageCount: 200 };

const meta = (kind: 'ANY' | 'MAJORITY', rule: string): object => ({
  Type: 'ImplicitMeta',
  Rule: `${kind} ${rule}`,
});
const signed = (rule: string): object => ({ Type: 'Signature', Rule: rule });
const oneOf = (mspId: string, ...roles: readonly string[]): object =>
  signed(`OR(${roles.map((role) => `'${mspId}.${role}'`).join(',')})`);

const peerOrganisation = ({ mspId, host, port }: PeerNode, places: Places): object => ({
  Name: mspId,
  ID: mspId,
  MSPDir: places.organisation(mspId).msp,
  Policies: {
    Readers: oneOf(mspId, 'admin', 'peer', 'client'),
    Writers: oneOf(mspId, 'admin', 'client'),
    Admins: oneOf(mspId, 'admin'),
    Endorsement: oneOf(mspId, 'peer'),
  },
  AnchorPeers: [{ Host: host, Port: port }],
});

const ordererOrganisation = ({ mspId, host, port }: OrdererNode, places: Places): object => ({
  Name: mspId,
  ID: mspId,
  MSPDir: places.organisation(mspId).msp,
  Policies: {
    Readers: oneOf(mspId, 'member'),
    Writers: oneOf(mspId, 'member'),
    Admins: oneOf(mspId, 'admin'),
  },
  OrdererEndpoints: [addressOf(port, host)],
});

const consenter = ({ mspId, host, port }: OrdererNode, places: Places): object => {
  const { certificate } = places.organisation(mspId).nodeTls;
  return { Host: host, Port: port, ClientTLSCert: certificate, ServerTLSCert: certificate };
};

/** Part of the configuration that is the consensus's own. */
type OrdererPart = (topology: Topology, places: Places, batch: BatchLimits) => object;

const raft: OrdererPart = ({ orderers }, places) => ({
  OrdererType: 'etcdraft',
  EtcdRaft: {
    Consenters: orderers.map((node) => consenter(node, places)),
    Options: {
      TickInterval: '250ms',
      ElectionTick: 10,
      HeartbeatTick: 1,
      MaxInflightBlocks: 5,
      SnapshotIntervalSize: '16 MB',
    },
  },
});

/** Fabric's own waits for a leader that is gone come to more than a minute; these to some ten seconds. */
const bft: OrdererPart = ({ orderers }, places, batch) => ({
  OrdererType: 'BFT',
  ConsenterMapping: orderers.map((node, i) => ({
    ...consenter(node, places),
    ID: i + 1,
    MSPID: node.mspId,
    Identity: places.organisation(node.mspId).nodeCertificate,
  })),
  SmartBFT: {
    RequestBatchMaxInterval: `${String(batch.timeoutMs)}ms`,
    RequestForwardTimeout: '2s',
    RequestComplainTimeout: '4s',
    RequestAutoRemoveTimeout: '3m0s',
    ViewChangeResendInterval: '2s',
    ViewChangeTimeout: '10s',
    LeaderHeartbeatTimeout: '10s',
    LeaderHeartbeatCount: 10,
    CollectTimeout: '1s',
    IncomingMessageBufferSize: 200,
    RequestPoolSize: 100_000,
  },
});

const PARTS: Readonly<Record<Consensus, OrdererPart>> = { raft, bft };

const commonPolicies = {
  Readers: meta('ANY', 'Readers'),
  Writers: meta('ANY', 'Writers'),
  Admins: meta('MAJORITY', 'Admins'),
};

const orderer = (topology: Topology, places: Places, batch: BatchLimits): object => ({
  ...PARTS[topology.consensus](topology, places, batch),
  BatchTimeout: `${String(batch.timeoutMs)}ms`,
  BatchSize: {
    MaxMessageCount: batch.maxMessageCount,
    AbsoluteMaxBytes: '10 MB',
    PreferredMaxBytes: '2 MB',
  },
  Organizations: topology.orderers.map((node) => ordererOrganisation(node, places)),
  Policies: { ...commonPolicies, BlockValidation: meta('ANY', 'Writers') },
  Capabilities: { V2_0: true },
});

const application = ({ peers }: Topology, places: Places): object => ({
  Organizations: peers.map((node) => peerOrganisation(node, places)),
  Policies: {
    ...commonPolicies,
    LifecycleEndorsement: signed(signaturePolicy(LIFECYCLE_POLICY)),
    Endorsement: meta('MAJORITY', 'Endorsement'),
  },
  Capabilities: { V2_5: true },
});

/** The content of configtx.yaml. */
export const newConfigtx = (topology: Topology, places: Places, batch: BatchLimits): object => ({
  Profiles: {
    [PROFILE]: {
      Policies: commonPolicies,
      Capabilities: { [consensusRule(topology.consensus).channelCapability]: true },
      Orderer: orderer(topology, places, batch),
      Application: application(topology, places),
    },
  },
});
