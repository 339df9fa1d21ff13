/** Counts that were begun on this phone; every scan is kept, so that a count goes on where it stopped. */
import { remember, remembered } from '../lib/memory.js';
import type { Tally } from './tally.js';

const nameOf = (container: string): string => `tally/${container}`;

/** The count of a pallet; null when none was begun. */
export const keptTally = (container: string): Promise<Tally | null> => remembered(nameOf(container), null);

/** Keeps how a count stands. */
export const keepTally = (tally: Tally): Promise<void> => remember(nameOf(tally.container), tally);
