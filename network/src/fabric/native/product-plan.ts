/** The product's network: its topology, its chaincode, its policies. */
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { CHAINCODE, CHAINCODE_POLICY } from '../../channel.js';
import { makePackage, repositoryRoot } from '../../package/make-package.js';
import { BATCH } from '../configtx.js';
import type { Consensus } from '../consensus.js';
import { placesOf } from '../places.js';
import { newTopology } from '../topology.js';
import type { Commands } from './commands.js';
import type { FabricDefinition, NetworkPlan } from './plan.js';

/** The definition that a network starts with. */
export const PRODUCT_DEFINITION: FabricDefinition = {
  name: CHAINCODE,
  version: '1.0',
  sequence: 1,
  policy: CHAINCODE_POLICY,
  collections: COLLECTIONS,
};

/** What a network is made with. */
export interface PlanOptions {
  readonly commands: Commands;
  readonly portBase: number;
  readonly consensus: Consensus;
  /** Is told what is being done. */
  readonly say: (line: string) => void;
}

/** The product's network in a folder, which must be absolute. */
export const newProductPlan = (
  folder: string,
  { commands, portBase, consensus, say }: PlanOptions,
): NetworkPlan => ({
  topology: newTopology(portBase, { consensus }),
  places: placesOf(folder),
  commands,
  batch: BATCH,
  definitions: [PRODUCT_DEFINITION],
  makeChaincode: (to) => makePackage(repositoryRoot, to),
  say,
});
