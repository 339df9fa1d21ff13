import { LedgerError } from '../../ledger.js';

const NO_SUCH_TRANSACTION = /no such transaction ID|TXID \[[0-9a-f]*\] not available/;

/** Whether a peer says that it has no block with a transaction. */
export const isUnknownTransaction = (error: unknown): boolean =>
  error instanceof LedgerError && NO_SUCH_TRANSACTION.test(error.message);
