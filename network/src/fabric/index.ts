export type { ConnectionProfile } from './connection-profile.js';
export type { FabricSteps, HeldTransaction, OrdererAddress } from './ledger/fabric-steps.js';
export {
  openFabricLedger,
  openFabricSteps,
  ProfileError,
  type OpenedFabric,
} from './ledger/open-fabric-ledger.js';
