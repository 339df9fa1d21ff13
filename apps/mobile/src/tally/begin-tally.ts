import type { ReadCode } from '../scan/read-code.js';
import { keepTally, keptTally } from './kept-tally.js';
import { newTally } from './tally.js';

/** Begins to count a pallet, or leaves the count that was begun as it is. */
export const beginTally = async ({ hash, text }: ReadCode, expected: readonly string[]): Promise<void> => {
  if ((await keptTally(hash)) === null) await keepTally(newTally(hash, text, expected));
};
