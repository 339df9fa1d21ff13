import { LedgerError } from '../ledger.js';
import { transactionKey } from './store/keys.js';
import type { Store } from './store/store.js';
import { decodePlace, type TransactionPlace } from './validate/transaction-place.js';

interface Waiter {
  readonly resolve: (place: TransactionPlace) => void;
  readonly reject: (error: Error) => void;
}

/** What became of transactions, for those who ask before and after. */
export class Outcomes {
  readonly #waiters = new Map<string, Waiter[]>();
  #failure: Error | undefined;

  constructor(readonly store: Store) {}

  /** Place of a transaction that is on the disk. @throws after a failed commit. */
  find(txId: string): TransactionPlace | undefined {
    const bytes = this.store.get(transactionKey(txId));
    return bytes && decodePlace(bytes);
  }

  /** Wait for a transaction. @throws LedgerError of phase `commit` when the ledger ends first. */
  wait(txId: string): Promise<TransactionPlace> {
    if (this.#failure) return Promise.reject(newUnknown(txId, this.#failure));
    const place = this.find(txId);
    if (place) return Promise.resolve(place);
    return new Promise((resolve, reject) => {
      const waiters = this.#waiters.get(txId) ?? [];
      waiters.push({ resolve, reject });
      this.#waiters.set(txId, waiters);
    });
  }

  /** Tell those who wait for the transactions of a block. */
  settle(txIds: readonly string[]): void {
    for (const txId of txIds) {
      const waiters = this.#waiters.get(txId);
      const place = waiters && this.find(txId);
      if (place === undefined) continue;
      this.#waiters.delete(txId);
      for (const { resolve } of waiters ?? []) resolve(place);
    }
  }

  /** Nothing will be committed any more. */
  fail(error: Error): void {
    this.#failure = error;
    for (const [txId, waiters] of this.#waiters) {
      for (const { reject } of waiters) reject(newUnknown(txId, error));
    }
    this.#waiters.clear();
  }
}

function newUnknown(txId: string, cause: Error): LedgerError {
  const message = 'the outcome of the transaction is unknown';
  return new LedgerError('commit', message, { txId, status: 'UNAVAILABLE', messages: [cause.message] });
}
