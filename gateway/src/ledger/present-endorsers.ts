import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { MSP_IDS, REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';

const THREE = MSP_IDS.length - 1;

/** The Regulator and a firm: what every policy asks for where it does not ask for more. */
const isQuorum = (organisations: readonly MspId[]): boolean =>
  organisations.includes(REGULATOR) && organisations.length > 1;

/**
 * Who endorses while some do not answer (docs/ledger-model.md, "Who must endorse"): three organisations may do whatever a
 * fourth could have been asked for; with two away, the Regulator and a firm that the act names. Undefined where nobody but
 * those who are away will do; what is confidential is shown to nobody else.
 * @param endorsers those of the acts table
 */
export const presentEndorsers = (
  act: Act,
  endorsers: readonly MspId[],
  away: ReadonlySet<string>,
): readonly MspId[] | undefined => {
  const isHere = (mspId: MspId): boolean => !away.has(mspId);
  if (endorsers.every(isHere)) return endorsers;
  if (act.confidential !== undefined) return undefined;
  const here = MSP_IDS.filter(isHere);
  if (here.length === THREE) return here;
  const named = endorsers.filter(isHere);
  if (isQuorum(named)) return named;
  return act.endorsers.includes('witness') && isQuorum(here) ? here : undefined;
};
