const SETTLING_MS = 400;
const SHORTEST_GAP_MS = 2_000;

/** An act that is asked for again and again, and done once for all that ask in the meantime. */
export interface Spaced {
  readonly ask: () => void;
  readonly cancel: () => void;
}

/** Does an act a moment after it was asked for, at most every two seconds: a busy network is not read anew at each block. */
export const spaced = (act: () => void): Spaced => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doneAt = -Infinity;
  const run = (): void => {
    timer = undefined;
    doneAt = performance.now();
    act();
  };
  return {
    ask: () => {
      timer ??= setTimeout(run, Math.max(SETTLING_MS, doneAt + SHORTEST_GAP_MS - performance.now()));
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
