/** Who must endorse a change of goods: nobody may rule over another's (docs/ledger-model.md, "Who must endorse"). */
import { MSP_IDS, REGULATOR, type MspId } from '../model/organisations.js';

/** A requirement on endorsing organisations, in disjunctive form: one of the groups, all of its members. */
export type EndorsingGroups = readonly (readonly MspId[])[];

/**
 * `OR(AND(owner's host, one other), AND(Reg, host of any enterprise named), AND(the three others))`.
 * @param owner host of the owner
 * @param named hosts of the enterprises named on the goods
 */
export const goodsPolicy = (owner: MspId, named: readonly MspId[]): EndorsingGroups => {
  const others = MSP_IDS.filter((mspId) => mspId !== owner);
  const groups = [
    ...others.map((other) => [owner, other]),
    ...named.filter((host) => host !== REGULATOR).map((host) => [REGULATOR, host]),
    others,
  ].map((group) => [...group].sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
};
