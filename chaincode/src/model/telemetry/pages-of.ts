/** From readings to the pages that are signed: stretches of equal distance, values as differences. */
import type { Reading } from './loggers/logger-export.js';
import type { PageReadings } from './schemas.js';

const SECOND_MS = 1_000;
/** Readings that one command may carry. */
export const MAX_READINGS = 2_000;

const stretchesOf = (readings: readonly Reading[], intervalSeconds: number): readonly Reading[][] => {
  const stretches: Reading[][] = [];
  let due = Number.NaN;
  for (const reading of readings) {
    const at = Date.parse(reading.at);
    const last = stretches.at(-1);
    if (at === due && last !== undefined && last.length < MAX_READINGS) last.push(reading);
    else stretches.push([reading]);
    due = at + intervalSeconds * SECOND_MS;
  }
  return stretches;
};

/**
 * Pages of readings in order of time; a reading that comes off the beat begins a new page.
 * @param firstSequence number of the first page, the logger's next one
 */
export const pagesOf = (
  readings: readonly Reading[],
  intervalSeconds: number,
  firstSequence: number,
): readonly PageReadings[] =>
  stretchesOf(readings, intervalSeconds).map((stretch, i) => ({
    sequence: firstSequence + i,
    from: (stretch[0] as Reading).at,
    intervalSeconds,
    values: stretch.map(({ centiCelsius }, n) => centiCelsius - (stretch[n - 1]?.centiCelsius ?? 0)),
  }));

/** Pages in groups that each fit one command, at most `maxPages` and {@link MAX_READINGS} in a group. */
export const commandsOf = (
  pages: readonly PageReadings[],
  maxPages: number,
): readonly (readonly PageReadings[])[] => {
  const groups: PageReadings[][] = [];
  let count = 0;
  for (const page of pages) {
    const last = groups.at(-1);
    count += page.values.length;
    if (last !== undefined && last.length < maxPages && count <= MAX_READINGS) last.push(page);
    else {
      groups.push([page]);
      count = page.values.length;
    }
  }
  return groups;
};
