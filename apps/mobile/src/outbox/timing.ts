/** What the outbox needs of the phone besides its store: a clock, and a lock that all tabs share. */
export interface Timing {
  now(): string;
  /** Acts later, unless it is called off. @returns calls it off */
  after(delayMs: number, act: () => void): () => void;
  /** Runs alone on this phone, whatever other tabs do. */
  alone(act: () => Promise<void>): Promise<void>;
}

/** The clock and the lock of this phone. */
export const phoneTiming: Timing = {
  now: () => new Date().toISOString(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
  alone: async (act) => {
    await navigator.locks.request('yaosu-outbox', act);
  },
};
