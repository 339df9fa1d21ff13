export { bringDown, wipe } from './down.js';
export { diagnose, type Diagnosis } from './doctor.js';
export { requireCommands, type Commands } from './commands.js';
export { NetworkError } from './network-error.js';
export type { FabricDefinition, NetworkPlan } from './plan.js';
export { newProductPlan } from './product-plan.js';
export { describeStatus, statusOf, type NetworkStatus } from './status.js';
export { bringUp } from './up.js';
