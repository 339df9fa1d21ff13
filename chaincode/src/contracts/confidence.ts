import type { PrivateState } from '../ledger/private-state.js';
import type { WorldState } from '../ledger/world-state.js';
import { collectionBetween } from '../model/collections.js';
import type { Command } from '../model/kernel/command.js';
import type { Act } from '../model/kernel/define-acts.js';
import { hostOf } from './goods/hosts.js';

/** What two enterprises keep to themselves, in the collection of their hosts. @throws ENTERPRISE_NOT_FOUND */
export const stateBetween = async (state: WorldState, one: string, other: string): Promise<PrivateState> => {
  const [a, b] = [await hostOf({ state }, one), await hostOf({ state }, other)];
  return state.collection(collectionBetween(a, b));
};

/** Where a confidential act writes; undefined for every other one. @throws ENTERPRISE_NOT_FOUND */
export const confidenceOf = async (
  act: Act,
  { parties, payload }: Command,
  state: WorldState,
): Promise<PrivateState | undefined> => {
  if (act.confidential === undefined) return undefined;
  const enterpriseOf = (role: string): string =>
    parties.find((party) => party.role === role)?.enterprise ?? '';
  const [one, other] = act.confidential(payload, enterpriseOf);
  return stateBetween(state, one, other);
};
