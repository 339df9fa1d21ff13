/** How the orderers of a network agree, and everything that follows from it: one table. */
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';

/** What differs between two ways of ordering. */
export interface ConsensusRule {
  /** Organisations that order, one consenter each. */
  readonly ordering: readonly MspId[];
  /** Oldest release of Fabric that does it; a newer one of the same major does too. */
  readonly release: readonly [major: number, minor: number];
  /** The release that this project is made against. */
  readonly tag: string;
  /** Variable that names the folder of Fabric's commands. */
  readonly commandsIn: 'FABRIC_BIN' | 'FABRIC3_BIN';
  /** Whether the commands may also be found by PATH. */
  readonly isOnPath: boolean;
  readonly channelCapability: 'V2_0' | 'V3_0';
  /** Metric of an orderer that leads. */
  readonly leaderMetric: string;
  /** What a peer asks of a proposal before it looks into it. */
  readonly authFilters: readonly string[];
  /** What orderer.yaml needs besides. */
  readonly ordererGeneral: Readonly<Record<string, string>>;
}

/** By name, as `--profile` has it. */
export const CONSENSUS = {
  // A maker, a carrier and the authority: one of them may be down.
  raft: {
    ordering: ['ManufacturerMSP', 'LogisticsMSP', 'RegulatorMSP'],
    release: [2, 5],
    tag: '2.5.16',
    commandsIn: 'FABRIC_BIN',
    isOnPath: true,
    channelCapability: 'V2_0',
    leaderMetric: 'consensus_etcdraft_is_leader',
    authFilters: ['DefaultAuth', 'ExpirationCheck'],
    ordererGeneral: { BootstrapMethod: 'none' },
  },
  // All four, since three are needed to outvote one that lies.
  bft: {
    ordering: MSP_IDS,
    release: [3, 1],
    tag: '3.1.5',
    commandsIn: 'FABRIC3_BIN',
    isOnPath: false,
    channelCapability: 'V3_0',
    leaderMetric: 'consensus_BFT_is_leader',
    authFilters: ['DefaultAuth', 'ExpirationCheck', 'TimeWindowCheck'],
    ordererGeneral: {},
  },
} as const satisfies Readonly<Record<string, ConsensusRule>>;

/** Raft: crash faults of one in three. SmartBFT: any fault of one in four. */
export type Consensus = keyof typeof CONSENSUS;

/** What a network has unless another one is asked for. */
export const DEFAULT_CONSENSUS: Consensus = 'raft';

/** What follows from a consensus. */
export const consensusRule = (consensus: Consensus): ConsensusRule => CONSENSUS[consensus];

/** The consensus of this name, undefined when there is none. */
export const readConsensus = (name: string): Consensus | undefined =>
  Object.keys(CONSENSUS).find((known): known is Consensus => known === name);
