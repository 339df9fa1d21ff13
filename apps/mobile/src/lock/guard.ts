/** How long a wrong PIN makes people wait: pure, so that a reload or a clock that was set does not shorten it. */

const FREE_TRIES = 4;
const SECOND_MS = 1_000;
/** Waiting after the fifth wrong try and every further one; the last one stays. */
const WAITS_MS = [30, 60, 300, 900, 3_600].map((seconds) => seconds * SECOND_MS);

/** Wrong tries so far; each is counted before it is judged. */
export interface Tries {
  readonly wrong: number;
  /** Milliseconds since 1970 by this phone's clock. */
  readonly lastAt: number;
}

/** Nobody has tried yet. */
export const NO_TRIES: Tries = { wrong: 0, lastAt: 0 };

const waitAfter = (wrong: number): number => {
  if (wrong <= FREE_TRIES) return 0;
  return WAITS_MS[Math.min(wrong - FREE_TRIES, WAITS_MS.length) - 1] ?? 0;
};

/** Milliseconds until the next try; a clock that was set back begins the waiting anew. */
export const remaining = ({ wrong, lastAt }: Tries, now: number): number => {
  const passed = now - lastAt;
  return passed < 0 ? waitAfter(wrong) : Math.max(0, waitAfter(wrong) - passed);
};

/** One try more. */
export const counted = ({ wrong }: Tries, now: number): Tries => ({ wrong: wrong + 1, lastAt: now });
