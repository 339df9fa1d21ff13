/** What the product's channel is called and who has to endorse on it, the same on both ledgers. */
import { MSP_IDS, REGULATOR } from '@yaosu/chaincode/model/organisations';
import type { Policy } from './embedded/definition.js';

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

/** Who may change the chaincode's definition: the Regulator and two others. */
export const LIFECYCLE_POLICY: Policy = allOf(peer(REGULATOR), { n: 2, of: others });
