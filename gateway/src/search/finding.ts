import type { Caller } from '../access/caller.js';
import type { Services } from '../services.js';

/** What is looked for, and for whom. */
export interface Finding {
  readonly text: string;
  /** The text in lower case, by words. */
  readonly words: readonly string[];
  readonly caller: Caller;
  readonly services: Services;
}

/** A finding of a text. */
export const newFinding = (text: string, caller: Caller, services: Services): Finding => ({
  text,
  words: text.toLowerCase().split(/\s+/),
  caller,
  services,
});
