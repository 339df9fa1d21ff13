/** Why an authority reads: chosen by the person, given with every read, kept for the next visit. */
import { api } from './api.js';

const STORED = 'yaosu-purpose';

const listeners = new Set<() => void>();

/** Calls when another purpose is given. @returns ends that */
export const onPurpose = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The purpose that was chosen; empty when none was. */
export const chosenPurpose = (): string => localStorage.getItem(STORED) ?? '';

/** Gives every read from now on this purpose; none when it is empty. */
export const givePurpose = (purpose: string): void => {
  localStorage.setItem(STORED, purpose);
  api.setPurpose(purpose === '' ? undefined : purpose);
  for (const listener of listeners) listener();
};
