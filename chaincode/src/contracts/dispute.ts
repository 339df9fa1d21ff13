import { disputeActs } from '../model/dispute/acts.js';
import { disputeRecord, type DisputeRecord } from '../model/dispute/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import type { ActTransaction } from './act-transaction.js';
import { newContract } from './new-contract.js';

/** Every owner signs, and nobody else; or one authority does. @throws PARTY_NOT_CONCERNED, DISPUTE_OWNER_MISSING */
const assertResolvers = async (tx: ActTransaction, { owners }: DisputeRecord): Promise<void> => {
  const signing = Object.values(tx.signers).map(({ enterprise }) => enterprise);
  const [first = '', ...others] = signing;
  if (others.length === 0 && (await tx.state.has('role', first, 'authority'))) return;
  const stranger = signing.find((enterprise) => !owners.includes(enterprise));
  if (stranger !== undefined) throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise: stranger });
  const missing = owners.filter((owner) => !signing.includes(owner));
  if (missing.length > 0) throw new YaosuError('DISPUTE_OWNER_MISSING', { missing });
};

/** Disputes. */
export const DisputeContract = newContract('Dispute', disputeActs, {
  resolve: async (tx) => {
    const { dispute, outcome, reason } = tx.payload;
    const record = await tx.state.get(disputeRecord, 'disp', dispute);
    if (record === undefined) throw new YaosuError('DISPUTE_NOT_FOUND');
    await assertResolvers(tx, record);
    if (record.resolution !== null) throw new YaosuError('DISPUTE_RESOLVED');
    const by = Object.values(tx.signers).map(({ enterprise }) => enterprise);
    const resolution = { outcome, reason, by: [...new Set(by)].sort(), at: tx.now };
    tx.state.put('disp', [dispute], { ...record, resolution });
    tx.emit('DisputeResolved', [keyOf('disp', dispute)]);
    return { key: keyOf('disp', dispute) };
  },
});
