/** The product's chaincode on an embedded network: the same contracts, policies and collections as on Fabric. */
import { contracts } from '@yaosu/chaincode';
import { COLLECTIONS, PAIRS } from '@yaosu/chaincode/model/collections';
import { CHAINCODE, CHAINCODE_POLICY } from '../channel.js';
import type { ChaincodeDefinition, Policy } from './definition.js';

/** The definition that an embedded network starts with. */
export const PRODUCT: ChaincodeDefinition = {
  name: CHAINCODE,
  version: '1.0',
  sequence: 1,
  policy: CHAINCODE_POLICY,
  collections: COLLECTIONS.map((collection, i) => {
    const members = PAIRS[i]?.map((organisation) => organisation.mspId) ?? [];
    const { name, requiredPeerCount, maxPeerCount, blockToLive, memberOnlyRead, memberOnlyWrite } =
      collection;
    const counts = { requiredPeerCount, maxPeerCount, blockToLive };
    const endorsementPolicy: Policy = { n: 1, of: members.map((peer) => ({ peer })) };
    return { name, members, ...counts, memberOnlyRead, memberOnlyWrite, endorsementPolicy };
  }),
  contracts,
  module: '@yaosu/chaincode',
};
