/** What a native network is to be. */
import type { CollectionConfig } from '@yaosu/chaincode/model/collections';
import type { Policy } from '../../embedded/definition.js';
import type { BatchLimits } from '../configtx.js';
import type { Places } from '../places.js';
import type { Topology } from '../topology.js';
import type { Commands } from './commands.js';

/** A collection; without a policy of its own it has that of the chaincode. */
export type FabricCollection = Omit<CollectionConfig, 'endorsementPolicy'> &
  Partial<Pick<CollectionConfig, 'endorsementPolicy'>>;

/** A chaincode definition that all organisations agree on. */
export interface FabricDefinition {
  readonly name: string;
  readonly version: string;
  readonly sequence: number;
  /** MAJORITY stands for the channel's own endorsement policy. */
  readonly policy: Policy;
  readonly collections: readonly FabricCollection[];
  /** Which of an organisation's chaincode processes serves it, the first one unless said otherwise. */
  readonly process?: number;
}

/** A network to bring up. */
export interface NetworkPlan {
  readonly topology: Topology;
  readonly places: Places;
  readonly commands: Commands;
  readonly batch: BatchLimits;
  /** The same code serves every definition. */
  readonly definitions: readonly FabricDefinition[];
  /** Writes the files of the chaincode package into a folder. */
  readonly makeChaincode: (folder: string) => Promise<void>;
  /** Is told what is being done. */
  readonly say: (line: string) => void;
}
