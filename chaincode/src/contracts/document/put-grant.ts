import type { GrantRecord } from '../../model/document/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { signedByOf, type ActTransaction } from '../act-transaction.js';

/** What is granted to whom. */
export type NewGrant = Pick<GrantRecord, 'document' | 'enterprise' | 'wrapDigest' | 'until'>;

/** Writes a grant of the signer in `role`. @returns its key @throws ENTERPRISE_NOT_FOUND */
export const putGrant = async (tx: ActTransaction, role: string, grant: NewGrant): Promise<string> => {
  const { document, enterprise } = grant;
  if (!(await tx.state.has('ent', enterprise))) throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise });
  const record = { ...grant, grantedBy: signedByOf(tx, role), grantedAt: tx.at, withdrawnAt: null };
  tx.state.put('grant', [document, enterprise], record);
  return keyOf('grant', document, enterprise);
};
