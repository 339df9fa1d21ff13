/**
 * Summaries of readings that can be joined in any order of joining: between two readings the temperature is taken to
 * go straight, so that a run begins and ends where the line crosses the bound. Integers only.
 */
import type { PageReadings, Run, Summary, Tally } from '../../model/telemetry/schemas.js';
import { isBeyond, isTooLong, type Bound } from './bounds.js';

/** A reading: milliseconds since 1970, hundredths of a degree. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

const SECOND_MS = 1_000;
/** Closed runs that are listed; more are counted. */
const LISTED_RUNS = 40;
/** Readings further apart than this many intervals leave a gap. */
export const GAP_INTERVALS = 2;

const lengthOf = ({ from, to }: Run): number => to - from;

const tallyOf = (bound: Bound, { at, value }: Point): Tally => {
  const beyond = isBeyond(bound, value);
  return {
    openLeft: beyond,
    openRight: beyond,
    runs: beyond ? [{ from: at, to: at }] : [],
    since: beyond ? at : null,
    total: 0,
    longest: 0,
  };
};

/** When the line between two readings crosses a bound, cut to the millisecond. */
const crossing = ({ centiCelsius }: Bound, from: Point, to: Point): number => {
  const product = (centiCelsius - from.value) * (to.at - from.at);
  const divisor = to.value - from.value;
  return from.at + (product - (product % divisor)) / divisor;
};

interface Joint {
  readonly from: Point;
  readonly to: Point;
  readonly isGap: boolean;
}

/** What the stretch between two summaries adds: the part of it that lies beyond. */
const stretchBeyond = (bound: Bound, { from, to, isGap }: Joint): Run | undefined => {
  const [before, after] = [isBeyond(bound, from.value), isBeyond(bound, to.value)];
  if (isGap || (!before && !after)) return undefined;
  return {
    from: before ? from.at : crossing(bound, from, to),
    to: after ? to.at : crossing(bound, from, to),
  };
};

/** Runs on both sides of a joint, made one where they are open towards it. */
const joinRuns = (a: Tally, b: Tally, stretch: Run | undefined): readonly Run[] => {
  if (stretch === undefined) return [...a.runs, ...b.runs];
  const before = [...a.runs];
  const after = [...b.runs];
  const left = a.openRight ? before.pop() : undefined;
  const right = b.openLeft ? after.shift() : undefined;
  return [...before, { from: left?.from ?? stretch.from, to: right?.to ?? stretch.to }, ...after];
};

/** Drops closed runs that were short, and lists no more than the first of those that were not. */
const compact = (bound: Bound, runs: readonly Run[], left: boolean, right: boolean): readonly Run[] => {
  const head = left ? runs.slice(0, 1) : [];
  const tail = right ? runs.slice(head.length).slice(-1) : [];
  const closed = runs.slice(head.length, runs.length - tail.length);
  const kept = closed.filter((run) => isTooLong(bound, lengthOf(run))).slice(0, LISTED_RUNS);
  return [...head, ...kept, ...tail];
};

const joinTallies = (bound: Bound, a: Tally, b: Tally, joint: Joint): Tally => {
  const stretch = stretchBeyond(bound, joint);
  const runs = joinRuns(a, b, stretch);
  return {
    openLeft: a.openLeft,
    openRight: b.openRight,
    runs: [...compact(bound, runs, a.openLeft, b.openRight)],
    since: a.since ?? stretch?.from ?? b.since,
    total: a.total + b.total + (stretch === undefined ? 0 : lengthOf(stretch)),
    longest: Math.max(a.longest, b.longest, ...runs.map(lengthOf)),
  };
};

/** Summary of one reading. */
export const summaryOf = (bounds: readonly Bound[], point: Point, intervalSeconds: number): Summary => ({
  first: point,
  last: point,
  count: 1,
  minimum: point.value,
  maximum: point.value,
  intervalSeconds,
  gaps: 0,
  gapTotal: 0,
  tallies: bounds.map((bound) => tallyOf(bound, point)),
});

/** Joins two summaries of one logger, `b` being the later one. */
export const joinSummaries = (bounds: readonly Bound[], a: Summary, b: Summary): Summary => {
  const distance = b.first.at - a.last.at;
  // A logger whose interval was changed is held to the longer one where the two meet.
  const interval = Math.max(a.intervalSeconds, b.intervalSeconds);
  const isGap = distance > GAP_INTERVALS * interval * SECOND_MS;
  const joint: Joint = { from: a.last, to: b.first, isGap };
  return {
    first: a.first,
    last: b.last,
    count: a.count + b.count,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
    intervalSeconds: interval,
    gaps: a.gaps + b.gaps + (isGap ? 1 : 0),
    gapTotal: a.gapTotal + b.gapTotal + (isGap ? distance : 0),
    tallies: bounds.map((bound, i) =>
      joinTallies(bound, a.tallies[i] as Tally, b.tallies[i] as Tally, joint),
    ),
  };
};

/** Readings of a page, the differences added up. */
export const pointsOf = ({ from, intervalSeconds, values }: PageReadings): readonly Point[] => {
  const start = Date.parse(from);
  let value = 0;
  return values.map((difference, i) => {
    value += difference;
    return { at: start + i * intervalSeconds * SECOND_MS, value };
  });
};

/** Summary of a page. @throws when it has no reading, which its schema forbids */
export const summarisePage = (bounds: readonly Bound[], page: PageReadings): Summary =>
  pointsOf(page)
    .map((point) => summaryOf(bounds, point, page.intervalSeconds))
    .reduce((a, b) => joinSummaries(bounds, a, b));

const byTime = (a: Summary, b: Summary): number => a.first.at - b.first.at;

/** Whether two of these summaries tell of the same time. */
export const overlap = (summaries: readonly Summary[]): boolean =>
  [...summaries]
    .sort(byTime)
    .some((each, i, sorted) => i > 0 && each.first.at <= (sorted[i - 1] as Summary).last.at);

/** Joins summaries of one logger, in whatever order they came. @throws when there are none */
export const foldSummaries = (bounds: readonly Bound[], summaries: readonly Summary[]): Summary =>
  [...summaries].sort(byTime).reduce((a, b) => joinSummaries(bounds, a, b));
