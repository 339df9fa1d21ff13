/** The product's chaincode on an embedded network: the same contracts, policies and collections as on Fabric. */
import { contracts } from '@yaosu/chaincode';
import { COLLECTIONS, PAIRS } from '@yaosu/chaincode/model/collections';
import { MSP_IDS, REGULATOR } from '@yaosu/chaincode/model/organisations';
import type { ChaincodeDefinition, Policy } from './definition.js';

/** Name of the chaincode and of its namespace in write sets. */
export const CHAINCODE = 'yaosu';
/** Name of the channel. */
export const CHANNEL = 'trace';

const peer = (mspId: string): Policy => ({ peer: mspId });
const anyOf = (...of: readonly Policy[]): Policy => ({ n: 1, of });
const allOf = (...of: readonly Policy[]): Policy => ({ n: of.length, of });

const others = MSP_IDS.filter((mspId) => mspId !== REGULATOR).map(peer);

/** `OR(AND(Reg, OR(Man, Cdmo, Log)), AND(Man, Cdmo, Log))`: no firm alone, and the Regulator not without one. */
export const CHAINCODE_POLICY: Policy = anyOf(allOf(peer(REGULATOR), anyOf(...others)), allOf(...others));

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
    const endorsementPolicy = anyOf(...members.map(peer));
    return { name, members, ...counts, memberOnlyRead, memberOnlyWrite, endorsementPolicy };
  }),
  contracts,
  module: '@yaosu/chaincode',
};
