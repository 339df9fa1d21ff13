export type {
  ChaincodeDefinition,
  ClientSteps,
  CollectionDefinition,
  EmbeddedOptions,
  EmbeddedOrganisation,
  Endorsed,
  Policy,
} from './definition.js';
export { openEmbeddedLedger } from './open-embedded-ledger.js';
export { CHAINCODE, CHANNEL } from '../channel.js';
export { PRODUCT } from './product.js';
export { DataInUseError } from './store/lock-file.js';
