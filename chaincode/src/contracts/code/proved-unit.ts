/** A scanned code and what proves it. */
import {
  commissionRecord,
  unitRecord,
  type CommissionRecord,
  type UnitRecord,
} from '../../model/code/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { isOnList } from '../../rules/code/is-on-list.js';
import type { ActTransaction } from '../act-transaction.js';
import { registeredAlias } from './second-names.js';

interface Claim {
  readonly batch: string;
  readonly commission: string;
  readonly index: number;
  readonly proof: readonly string[];
}

/** A unit by its own code, and the commission that it is of. */
interface Proved {
  readonly code: string;
  readonly commission: CommissionRecord;
}

/**
 * The unit whose code is on the list of a commission. A code that is on the list itself stands for itself, whatever anybody has
 * registered it as; only one that is not is looked up as a second code.
 * @throws CODE_NOT_PROVED
 */
export const requireProved = async (tx: ActTransaction, code: string, claim: Claim): Promise<Proved> => {
  const commission = await tx.state.get(commissionRecord, 'com', claim.batch, claim.commission);
  if (commission === undefined) throw new YaosuError('CODE_NOT_PROVED');
  if (isOnList(commission, code, claim)) return { code, commission };
  const first = (await registeredAlias(tx, code))?.code;
  if (first === undefined || !isOnList(commission, first, claim)) throw new YaosuError('CODE_NOT_PROVED');
  return { code: first, commission };
};

/** What happened to a unit alone; undefined when nothing did. */
export const loadUnit = ({ state }: ActTransaction, code: string): Promise<UnitRecord | undefined> =>
  state.get(unitRecord, 'unit', code);

/** The same for a scanned code: by itself, or by the code that it stands for. */
export const loadScanned = async (tx: ActTransaction, scanned: string): Promise<UnitRecord | undefined> => {
  const own = await loadUnit(tx, scanned);
  if (own !== undefined) return own;
  const first = (await registeredAlias(tx, scanned))?.code;
  return first === undefined ? undefined : loadUnit(tx, first);
};
