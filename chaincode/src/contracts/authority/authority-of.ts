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

/** The whole country, GB/T 2260. */
const COUNTRY = '00';

/** Whether a place lies in an area: codes of GB/T 2260 name the wider area by their first digits. */
export const isInArea = (place: string, area: string): boolean => area === COUNTRY || place.startsWith(area);
