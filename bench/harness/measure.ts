/** Measuring: ours and its peers in turn, so that a machine's moods meet both. */

/** How fast something went. */
export interface Pace {
  readonly count: number;
  readonly milliseconds: number;
}

/** Runs so many at once, each when a place is free. @returns what they took, in milliseconds each */
export const inFlight = async (
  places: number,
  works: readonly (() => Promise<unknown>)[],
): Promise<readonly number[]> => {
  const waiting = [...works];
  const taken: number[] = [];
  const worker = async (): Promise<void> => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
      const started = performance.now();
      await work();
      taken.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: places }, worker));
  return taken;
};

/** Times a run of so many. */
export const paceOf = async (count: number, run: () => Promise<unknown>): Promise<Pace> => {
  const started = performance.now();
  await run();
  return { count, milliseconds: performance.now() - started };
};

const MS_PER_SECOND = 1_000;

/** How many a second. */
export const perSecond = ({ count, milliseconds }: Pace): number => (count * MS_PER_SECOND) / milliseconds;

/** The value below which a share (0 to 1) of the sample lies. @throws RangeError for an empty sample */
export const quantile = (sample: readonly number[], share: number): number => {
  const sorted = [...sample].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('an empty sample has no quantile');
  return value;
};

/** The middle of a sample. */
export const median = (sample: readonly number[]): number => quantile(sample, 0.5);
