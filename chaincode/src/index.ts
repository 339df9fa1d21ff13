/** The contracts of the chaincode, as `fabric-chaincode-node` starts them. */
import { BatchContract } from './contracts/batch.js';
import { EnterpriseContract } from './contracts/enterprise.js';
import { NetworkContract } from './contracts/network.js';

export const contracts = [NetworkContract, EnterpriseContract, BatchContract];
