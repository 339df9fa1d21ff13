/** What every ledger says in the same words. */
import { peer } from '@hyperledger/fabric-protos';
import { LedgerError } from './ledger.js';

const MISMATCH = 'ProposalResponsePayloads do not match';

/** A transaction that a block holds with a code other than VALID. */
export const newInvalid = (txId: string, code: number): LedgerError => {
  const name = Object.entries(peer.TxValidationCode).find(([, value]) => value === code)?.[0] ?? 'UNKNOWN';
  const message = `transaction ${txId} failed to commit with status code ${String(code)} (${name})`;
  return new LedgerError('commit', message, { txId, code });
};

/** Endorsers that did not come to the same. */
export const newMismatch = (txId: string | undefined): LedgerError =>
  new LedgerError('endorse', MISMATCH, {
    ...(txId === undefined ? {} : { txId }),
    status: 'ABORTED',
    messages: ['failed to collect enough transaction endorsements', MISMATCH],
  });

/** Whether these words are those of a mismatch. */
export const saysMismatch = (text: string): boolean => text.includes(MISMATCH);
