/** What summaries prove: a breach, that the goods stayed in range, or nothing. */
import type { Run, Summary, Tally } from '../../model/telemetry/schemas.js';
import type { Doubt, Verdict } from '../../model/telemetry/states.js';
import { isTooLong, type Bound } from './bounds.js';

/** A breach of one bound: one unbroken time too long, or all of it in sum. */
export interface Breach {
  /** Number of the bound in the profile's order. */
  readonly bound: number;
  readonly kind: 'unbroken' | 'summed';
  readonly from: number;
  readonly to: number;
  /** Time beyond, milliseconds. */
  readonly beyond: number;
}

const unbroken = (bound: Bound, { runs }: Tally): readonly Run[] =>
  runs.filter(({ from, to }) => isTooLong(bound, to - from));

const breachesOf = (bound: Bound, number: number, tally: Tally, until: number): readonly Breach[] => {
  const runs = unbroken(bound, tally).map(({ from, to }): Breach => ({
    bound: number,
    kind: 'unbroken',
    from,
    to,
    beyond: to - from,
  }));
  if (tally.since === null || tally.total < bound.maxTotalMs || runs.length > 0) return runs;
  return [{ bound: number, kind: 'summed', from: tally.since, to: until, beyond: tally.total }];
};

/** Every breach of a logger's readings; the sum is told of where no single run is. */
export const findBreaches = (bounds: readonly Bound[], { tallies, last }: Summary): readonly Breach[] =>
  bounds.flatMap((bound, i) => breachesOf(bound, i, tallies[i] as Tally, last.at));

/** What is known of the readings beside their values. */
export interface Evidence {
  readonly isLoggerSigned: boolean;
  /** Last day on which the calibration is in force. */
  readonly calibratedUntil: string;
  readonly hasProfile: boolean;
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether a page between the first and the last one has not come, whatever its time says. */
const lacksPage = (sequences: readonly number[]): boolean =>
  Math.max(...sequences) - Math.min(...sequences) >= new Set(sequences).size;

/**
 * Why readings do not prove that the goods stayed in range.
 * @param sequences numbers of the logger's pages, in any order, not empty
 */
export const findDoubts = (
  summary: Summary,
  evidence: readonly Evidence[],
  sequences: readonly number[],
): readonly Doubt[] => {
  const lastDay = isoDay(summary.last.at);
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ['gap', summary.gaps > 0 || lacksPage(sequences)],
    ['calibrationExpired', evidence.some(({ calibratedUntil }) => calibratedUntil < lastDay)],
    ['notLoggerSigned', evidence.some(({ isLoggerSigned }) => !isLoggerSigned)],
    ['noProfile', evidence.some(({ hasProfile }) => !hasProfile)],
  ];
  return doubts.filter(([, is]) => is).map(([doubt]) => doubt);
};

/** A breach stands whatever else is in doubt; without one, any doubt means that nothing is proven. */
export const verdictOf = (breaches: readonly Breach[], doubts: readonly Doubt[]): Verdict => {
  if (breaches.length > 0) return 'breach';
  return doubts.length > 0 ? 'notProven' : 'inRange';
};
