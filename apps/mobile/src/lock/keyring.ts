/** The key that opens this phone's records, in memory only: closing the app forgets it. */
import { seal, unseal, type Sealed } from './sealing.js';

let held: CryptoKey | undefined;

/** The records of this phone are sealed and nobody has opened them. */
export class PhoneLocked extends Error {}

/** Keeps the key for as long as the app is open. */
export const holdKey = (key: CryptoKey): void => {
  held = key;
};

/** Whether records are written sealed. */
export const holdsKey = (): boolean => held !== undefined;

/** Whether a row was closed under a key. */
export const isSealed = (row: unknown): row is { readonly box: Sealed } =>
  typeof row === 'object' && row !== null && 'box' in row;

/** A value as it lies on the disk: sealed once this phone has a PIN. @param name of the row */
export const closed = async (
  value: unknown,
  name: string,
  key: CryptoKey | undefined = held,
): Promise<unknown> => (key === undefined ? value : { box: await seal(key, value, name) });

/** A value as it was closed. @throws PhoneLocked */
export const opened = async <T>(row: unknown, name: string): Promise<T> => {
  if (!isSealed(row)) return row as T;
  if (held === undefined) throw new PhoneLocked();
  return (await unseal(held, row.box, name)) as T;
};
