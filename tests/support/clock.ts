/** The ledger's clock, set for a while; commands keep the real time, so that only minutes can be gained. */

/** Runs with `Date.now()` so many milliseconds ahead (or behind, when negative). */
export const withClock = async <T>(aheadMs: number, run: () => Promise<T>): Promise<T> => {
  const real = Date.now;
  Date.now = () => real() + aheadMs;
  try {
    return await run();
  } finally {
    Date.now = real;
  }
};
