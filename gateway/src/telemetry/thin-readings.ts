/** Readings as a curve needs them: gaps stay gaps, extremes stay. */
import type { PageReadings } from '@yaosu/chaincode/model/telemetry/schemas';
import { GAP_INTERVALS, pointsOf } from '@yaosu/chaincode/rules/telemetry/summarise';

/** A reading: milliseconds since 1970, hundredths of a degree Celsius. */
export interface Point {
  readonly at: number;
  readonly value: number;
}
type Page = Pick<PageReadings, 'from' | 'intervalSeconds' | 'values' | 'sequence'>;

const SECOND_MS = 1_000;

const startOf = ({ from }: Page): number => Date.parse(from);

/** Stretches of readings without a gap, in the order of time; what a gap is, the rules of the peers say. */
export const segmentsOf = (pages: readonly Page[]): readonly (readonly Point[])[] => {
  const segments: Point[][] = [];
  let last: { readonly at: number; readonly intervalSeconds: number } | undefined;
  for (const page of [...pages].sort((a, b) => startOf(a) - startOf(b))) {
    const points = pointsOf(page);
    const interval = Math.max(last?.intervalSeconds ?? 0, page.intervalSeconds);
    const isGap = last === undefined || startOf(page) - last.at > GAP_INTERVALS * interval * SECOND_MS;
    if (isGap) segments.push([]);
    segments.at(-1)?.push(...points);
    last = { at: points.at(-1)?.at ?? startOf(page), intervalSeconds: page.intervalSeconds };
  }
  return segments;
};

const extremesOf = (part: readonly Point[]): readonly Point[] => {
  const [first] = part;
  if (first === undefined) return [];
  const least = part.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = part.reduce((a, b) => (b.value > a.value ? b : a), first);
  if (least === most) return [least];
  return least.at < most.at ? [least, most] : [most, least];
};

/** First and last reading, and the extremes of every part of `size` readings between them. */
export const thin = (points: readonly Point[], size: number): readonly Point[] => {
  const [first] = points;
  const last = points.at(-1);
  if (size <= 2 || first === undefined || last === undefined || points.length <= 2) return points;
  const thinned: Point[] = [first];
  for (let i = 1; i < points.length - 1; i += size) {
    thinned.push(...extremesOf(points.slice(i, Math.min(i + size, points.length - 1))));
  }
  return [...thinned, last];
};
