export type { ConnectionProfile } from './connection-profile.js';
export type { FabricSteps, HeldTransaction, OrdererAddress } from './ledger/fabric-steps.js';
export { openFabricLedger, openFabricSteps, type OpenedFabric } from './ledger/open-fabric-ledger.js';
export { openLegacyLedger } from './legacy/open-legacy-ledger.js';
export { ProfileError } from './profile-file.js';
export { IdentityWallet, type WalletPlace } from './wallet/identity-wallet.js';
export { WalletError } from './wallet/sealed-wallet-store.js';
