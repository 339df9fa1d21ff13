/** A count of codes against what should be there: seen, missing, unexpected, scanned again. */
export interface Tally {
  /** Code of the pallet, and as printed. */
  readonly container: string;
  readonly title: string;
  readonly expected: readonly string[];
  /** Hashes of what was found and should be there, in order. */
  readonly seen: readonly string[];
  /** What should not be there: hash → as printed. */
  readonly unexpected: Readonly<Record<string, string>>;
  /** Scans of what had been scanned before. */
  readonly again: number;
}

/** What one scan was. */
export type Verdict = 'seen' | 'unexpected' | 'again';

/** A count that begins. */
export const newTally = (container: string, title: string, expected: readonly string[]): Tally => ({
  container,
  title,
  expected,
  seen: [],
  unexpected: {},
  again: 0,
});

/** Whether a code was scanned before in this count. */
export const isCounted = ({ seen, unexpected }: Tally, hash: string): boolean =>
  seen.includes(hash) || Object.hasOwn(unexpected, hash);

/** Counts one code. */
export const counted = (tally: Tally, hash: string, printed: string): readonly [Tally, Verdict] => {
  if (isCounted(tally, hash)) return [{ ...tally, again: tally.again + 1 }, 'again'];
  if (tally.expected.includes(hash)) return [{ ...tally, seen: [...tally.seen, hash] }, 'seen'];
  return [{ ...tally, unexpected: { ...tally.unexpected, [hash]: printed } }, 'unexpected'];
};

/** Numbers of a count. */
export const sumsOf = ({
  expected,
  seen,
  unexpected,
  again,
}: Tally): Readonly<Record<'seen' | 'missing' | 'unexpected' | 'again', number>> => ({
  seen: seen.length,
  missing: expected.length - seen.length,
  unexpected: Object.keys(unexpected).length,
  again,
});

/** How far a count is: found of expected. */
export const standingOf = ({ seen, expected }: Tally): string =>
  `${String(seen.length)} / ${String(expected.length)}`;

/** Whether everything was found that should be there, and nothing else. */
export const isComplete = ({ seen, expected, unexpected }: Tally): boolean =>
  seen.length === expected.length && Object.keys(unexpected).length === 0;
