import type { Entry } from './entry.js';
import { isWaiting } from './policy.js';

/** Whether the ledger, as it was read at a height, does not say yet what an entry says. */
export const isNews = (entry: Entry, block: number): boolean =>
  isWaiting(entry) ||
  (entry.receipt !== null && entry.receipt.outcome !== 'disputed' && entry.receipt.block > block);
