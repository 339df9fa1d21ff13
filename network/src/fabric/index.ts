export type { ConnectionProfile } from './connection-profile.js';
export { openFabricLedger, ProfileError, type OpenedFabric } from './ledger/open-fabric-ledger.js';
