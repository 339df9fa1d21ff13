/** What a phone with a PIN keeps to be opened again, and the rule that nothing is written in the clear beside it. */
import { holdsKey, isSealed, PhoneLocked } from './keyring.js';
import type { Tries } from './guard.js';
import type { Wrapped } from './sealing.js';

/** The data key under the PIN and under the recovery code, and wrong tries so far. */
export interface LockRecord {
  readonly pin: Wrapped;
  readonly recovery: Wrapped;
  readonly tries: Tries;
}

/** Where the record lies. */
export const LOCK = 'lock';

/**
 * Every write asks, in its own transaction: a PIN may have been set since the row was closed.
 * @returns false when the row has to be closed again @throws PhoneLocked when only another window has the key
 */
export const fitsLock = async (
  store: { get(key: string): Promise<LockRecord | undefined> },
  row: unknown,
): Promise<boolean> => {
  const hasLock = (await store.get(LOCK)) !== undefined;
  if (hasLock && !holdsKey()) throw new PhoneLocked();
  return hasLock === isSealed(row);
};
