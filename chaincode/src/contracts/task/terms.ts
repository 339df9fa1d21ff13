/** Private terms: what is sealed, and the proof that it was. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { TermsDigests } from '../../model/task/schemas.js';
import { sha256Hex } from '../../signing/bytes.js';
import { signer, type ActTransaction } from '../act-transaction.js';
import { stateBetween } from '../confidence.js';

/** Lays the sealed terms that the gateway brought. @throws TASK_TERMS_MISSING, TASK_TERMS_WRONG, TASK_TERMS_EXIST */
export const putTerms = async (
  tx: ActTransaction,
  client: string,
  { sealed }: TermsDigests,
): Promise<void> => {
  const { confidence } = tx;
  if (confidence === undefined) throw new Error('terms are sealed by a confidential act');
  const bytes = tx.carried('terms');
  if (bytes === undefined) throw new YaosuError('TASK_TERMS_MISSING', { sealed });
  if (sha256Hex(bytes) !== sealed) throw new YaosuError('TASK_TERMS_WRONG', { sealed });
  if ((await confidence.hashOf('terms', client, sealed)) !== null) {
    throw new YaosuError('TASK_TERMS_EXIST', { sealed });
  }
  confidence.putBytes('terms', [client, sealed], bytes);
};

/** The peers of the two have the terms that the offer names: every peer knows their hash. @throws TASK_TERMS_MISSING */
export const assertSealed = async (
  tx: ActTransaction,
  cdmo: string,
  { sealed }: TermsDigests,
): Promise<void> => {
  const client = signer(tx, 'client').enterprise;
  const between = await stateBetween(tx.state, client, cdmo);
  if ((await between.hashOf('terms', client, sealed)) !== sealed) {
    throw new YaosuError('TASK_TERMS_MISSING', { sealed });
  }
};
