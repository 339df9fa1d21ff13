/** Numbers of seals, as they are recorded and as they are read off the doors. */
import type { Trip } from '../shipments/reference.js';
import type { Tally } from '../tally/tally.js';

/** A seal as it is compared: people type it in small letters and with blanks around it. */
export const sealId = (read: string): string => read.trim().toUpperCase();

/** The seals of a count, as they are recorded where they are, and as read where they are not. */
export const sealsFound = (recorded: readonly string[], { seen, unexpected }: Tally): readonly string[] => [
  ...recorded.filter((seal) => seen.includes(sealId(seal))),
  ...Object.values(unexpected).map((read) => read.trim()),
];

/** What the doors bear: as recorded, unless it was read otherwise. */
export const sealsOf = (
  trip: Pick<Trip, 'seals'>,
  { seals = trip.seals }: { readonly seals?: readonly string[] },
): readonly string[] => seals;
