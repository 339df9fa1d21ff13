/** What the probe's chaincode package exports. */
import { ProbeContract } from './probe-contract.js';

export const contracts = [ProbeContract];
