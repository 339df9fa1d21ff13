import { consensusRule, type Consensus } from '../consensus.js';

/** Images that everything else runs from: official ones, each at one release. A firm adds digests in its overlay. */
export const IMAGES = {
  postgres: 'postgres:15.14-bookworm',
  redis: 'redis:7.2.10-bookworm',
  /** What the product's own image is built on (network/deploy/Dockerfile). */
  node: 'node:20.19.5-bookworm-slim',
  /** Gateway and chaincode: built by each firm from the same commit. */
  product: 'yaosu:0.1.0',
} as const;

/** Fabric's own image of a node. */
export const fabricImage = (node: 'peer' | 'orderer', consensus: Consensus): string =>
  `hyperledger/fabric-${node}:${consensusRule(consensus).tag}`;
