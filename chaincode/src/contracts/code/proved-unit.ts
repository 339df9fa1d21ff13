/** A scanned code and what proves it. */
import {
  aliasRecord,
  commissionRecord,
  unitRecord,
  type CommissionRecord,
  type UnitRecord,
} from '../../model/code/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { isOnList } from '../../rules/code/is-on-list.js';
import type { ActTransaction } from '../act-transaction.js';

/** What a code on an object may stand for. */
export const resolveCode = async ({ state }: ActTransaction, code: string): Promise<string> =>
  (await state.get(aliasRecord, 'alias', code))?.code ?? code;

interface Claim {
  readonly batch: string;
  readonly commission: string;
  readonly index: number;
  readonly proof: readonly string[];
}

/** The commission on whose list a code is. @throws CODE_NOT_PROVED */
export const requireProved = async (
  { state }: ActTransaction,
  code: string,
  claim: Claim,
): Promise<CommissionRecord> => {
  const commission = await state.get(commissionRecord, 'com', claim.batch, claim.commission);
  if (commission === undefined || !isOnList(commission, code, claim)) throw new YaosuError('CODE_NOT_PROVED');
  return commission;
};

/** What happened to a unit alone; undefined when nothing did. */
export const loadUnit = ({ state }: ActTransaction, code: string): Promise<UnitRecord | undefined> =>
  state.get(unitRecord, 'unit', code);
