const SHORTEST_GAP_MS = 2_000;

/** An act that is asked for again and again, and done once for all that ask in the meantime. */
export interface Spaced {
  /** To be done within so many milliseconds. */
  readonly ask: (withinMs: number) => void;
  readonly cancel: () => void;
}

/** Does an act when it was asked for, at most every two seconds: a busy network is not read anew at each block. */
export const spaced = (act: () => void): Spaced => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Infinity;
  let doneAt = -Infinity;
  const cancel = (): void => {
    clearTimeout(timer);
    dueAt = Infinity;
  };
  const run = (): void => {
    dueAt = Infinity;
    doneAt = performance.now();
    act();
  };
  const ask = (withinMs: number): void => {
    const now = performance.now();
    const due = Math.max(now + withinMs, doneAt + SHORTEST_GAP_MS);
    if (due >= dueAt) return;
    cancel();
    dueAt = due;
    timer = setTimeout(run, due - now);
  };
  return { ask, cancel };
};
