/** Every act of the network, by contract: the table from which routes, contracts and clients are made. */
import { batchActs } from './batch/acts.js';
import { enterpriseActs } from './enterprise/acts.js';
import type { Act } from './kernel/define-acts.js';
import { networkActs } from './network/acts.js';

/** Contract → act → definition. */
export const ACTS = {
  Network: networkActs,
  Enterprise: enterpriseActs,
  Batch: batchActs,
} as const;

/** Looks an act up by the names in a command. */
export const findAct = (contract: string, name: string): Act | undefined => {
  const acts: Readonly<Record<string, Readonly<Record<string, Act>>>> = ACTS;
  if (!Object.hasOwn(acts, contract)) return undefined;
  const ofContract = acts[contract];
  return ofContract !== undefined && Object.hasOwn(ofContract, name) ? ofContract[name] : undefined;
};

/** All acts in the order of the table. */
export const ALL_ACTS: readonly Act[] = Object.values(ACTS).flatMap((acts) => Object.values<Act>(acts));
