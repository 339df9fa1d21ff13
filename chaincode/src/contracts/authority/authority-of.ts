import { enterpriseRecord } from '../../model/enterprise/schemas.js';
import { signer, type ActTransaction } from '../act-transaction.js';

/** Subject and area of the authority that a party signs for, null when it is none. */
export const authorityOf = async (
  tx: ActTransaction,
  role: string,
): Promise<{ readonly subject: string; readonly area: string } | null> => {
  const record = await tx.state.get(enterpriseRecord, 'ent', signer(tx, role).enterprise);
  return record?.authority ?? null;
};

/** Whether a party signs for an authority over drugs. */
export const isDrugAuthority = async (tx: ActTransaction, role: string): Promise<boolean> =>
  (await authorityOf(tx, role))?.subject === 'drug';
