/** Documents of a transaction: found, owned, escrowed, readable. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import {
  documentRecord,
  grantRecord,
  type DocumentRecord,
  type EscrowWraps,
} from '../../model/document/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { escrowRecord } from '../../model/network/schemas.js';
import { mayRead } from '../../rules/document/may-read.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';

/** @throws DOCUMENT_NOT_FOUND */
export const loadDocument = async ({ state }: ActTransaction, document: string): Promise<DocumentRecord> => {
  const record = await state.get(documentRecord, 'doc', document);
  if (record === undefined) throw new YaosuError('DOCUMENT_NOT_FOUND', { document });
  return record;
};

/** A document of the signer's own enterprise. @throws DOCUMENT_NOT_FOUND, ENTERPRISE_FOREIGN */
export const loadOwnDocument = async (
  tx: ActTransaction,
  role: string,
  document: string,
): Promise<DocumentRecord> => {
  const record = await loadDocument(tx, document);
  assertOwn(tx, role, record.owner);
  return record;
};

/** The drug authorities can read it without anybody's help. @throws ESCROW_MISSING */
export const assertEscrowed = async ({ state }: ActTransaction, escrows: EscrowWraps): Promise<void> => {
  const drug = await state.get(escrowRecord, 'set', 'escrow-drug');
  if (drug === undefined || !escrows.some((wrap) => wrap.subject === 'drug' && wrap.keyId === drug.keyId)) {
    throw new YaosuError('ESCROW_MISSING', { subject: 'drug' });
  }
};

/** Whether an enterprise knows what a batch is: it owns the identity document or holds a grant on it. */
export const knowsBatch = async (
  tx: ActTransaction,
  { identity }: BatchRecord,
  enterprise: string,
): Promise<boolean> => {
  const document = await loadDocument(tx, identity);
  const grant = await tx.state.get(grantRecord, 'grant', identity, enterprise);
  return mayRead(document, grant, enterprise, tx.at);
};
