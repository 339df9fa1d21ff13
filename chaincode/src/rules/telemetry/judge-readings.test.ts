import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseLoggerExport } from '../../model/telemetry/loggers/parse-logger-export.js';
import type { Run, Summary, Tally } from '../../model/telemetry/schemas.js';
import { boundsOf, type Bound } from './bounds.js';
import { findBreaches, findDoubts, verdictOf } from './judge-readings.js';
import { foldSummaries, joinSummaries, overlap, summarisePage, summaryOf, type Point } from './summarise.js';

const MINUTE = 60_000;
const limit = { channel: 'temperature' as const, maxUnbrokenMinutes: 30, maxTotalMinutes: 60 };
const cold = boundsOf({
  limits: [{ ...limit, minCentiCelsius: 200, maxCentiCelsius: 800 }],
  neverFreeze: true,
});

/** Every pair of neighbours joined, in an order that `turns` picks. */
const joinedAnyhow = (
  bounds: readonly Bound[],
  parts: readonly Summary[],
  turns: readonly number[],
): Summary => {
  const left = [...parts];
  for (let i = 0; left.length > 1; i += 1) {
    const at = (turns[i % turns.length] ?? 0) % (left.length - 1);
    const [a, b] = left.slice(at, at + 2);
    left.splice(at, 2, joinSummaries(bounds, a as Summary, b as Summary));
  }
  return left[0] as Summary;
};

const reading = fc.record({
  value: fc.oneof(fc.integer({ min: -300, max: 1_200 }), fc.constantFrom(0, 200, 800, 799, 801)),
  // Mostly on the beat, sometimes late, sometimes after a gap.
  step: fc.constantFrom(5, 5, 5, 5, 7, 10, 11, 90),
});

describe('judging readings', () => {
  test('any split, any order and any way of joining gives the same summary', () => {
    fc.assert(
      fc.property(
        fc.array(reading, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }),
        (readings, turns, cuts) => {
          let at = 0;
          const points = readings.map(({ value, step }): Point => ({ at: (at += step * MINUTE), value }));
          const single = points.map((point) => summaryOf(cold, point, 300));
          const whole = foldSummaries(cold, single);
          expect(joinedAnyhow(cold, single, turns)).toEqual(whole);
          const pages: Summary[][] = [[]];
          single.forEach((each, i) => (cuts[i] === 0 ? pages.push([each]) : pages.at(-1)?.push(each)));
          const summaries = pages.filter((page) => page.length > 0).map((page) => foldSummaries(cold, page));
          const shuffled = [...summaries].sort(
            (a, b) => ((a.first.at * 7919) % 1013) - ((b.first.at * 7919) % 1013),
          );
          expect(foldSummaries(cold, shuffled)).toEqual(whole);
          expect(findBreaches(cold, foldSummaries(cold, shuffled))).toEqual(findBreaches(cold, whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  const at5 = (...values: readonly number[]): Summary =>
    foldSummaries(
      cold,
      values.map((value, i) => summaryOf(cold, { at: i * 5 * MINUTE, value }, 300)),
    );
  const warm = (minutes: number): number[] => new Array<number>(minutes / 5 + 1).fill(801);

  test.each<readonly [string, Summary, readonly string[]]>([
    ['inside all the time', at5(200, 500, 800), []],
    ['25 minutes too warm', at5(...warm(25)), []],
    ['30 minutes too warm', at5(...warm(30)), ['unbroken 1 30']],
    ['20, 25 and 15 minutes too warm', at5(...warm(15), 800, ...warm(15), 800, ...warm(10)), ['summed 1 60']],
    ['below zero for one reading', at5(100, -1, 100), ['unbroken 2 0']],
    ['at zero', at5(100, 0, 100), []],
  ])('%s', (_, summary, expected) => {
    const found = findBreaches(cold, summary).map(
      ({ kind, bound, beyond }) => `${kind} ${String(bound)} ${String(Math.floor(beyond / MINUTE))}`,
    );
    expect(found).toEqual(expected);
  });

  test('a run begins where the line crosses the bound, and a gap ends it', () => {
    const points: Point[] = [
      { at: 0, value: 700 },
      { at: 10 * MINUTE, value: 900 },
      { at: 40 * MINUTE, value: 900 },
    ];
    const summary = foldSummaries(
      cold,
      points.map((point) => summaryOf(cold, point, 600)),
    );
    expect(summary.gaps).toBe(1);
    expect(summary.gapTotal).toBe(30 * MINUTE);
    expect(summary.tallies[1]).toMatchObject({ since: 5 * MINUTE, total: 5 * MINUTE, longest: 5 * MINUTE });
  });

  const sound = { isLoggerSigned: true, calibratedUntil: '2026-12-31', hasProfile: true };
  const good = at5(500, 500);
  test.each<readonly [string, Summary, Partial<typeof sound>, string]>([
    ['all that is needed', good, {}, 'inRange'],
    ['no profile', good, { hasProfile: false }, 'notProven'],
    ['an upload', good, { isLoggerSigned: false }, 'notProven'],
    ['a calibration that had ended', good, { calibratedUntil: '1969-12-31' }, 'notProven'],
    ['a calibration to that very day', good, { calibratedUntil: '1970-01-01' }, 'inRange'],
    ['a breach in an upload', at5(...warm(30)), { isLoggerSigned: false }, 'breach'],
  ])('%s: verdict', (_, summary, change, verdict) => {
    const doubts = findDoubts(summary, [{ ...sound, ...change }], [0]);
    expect(verdictOf(findBreaches(cold, summary), doubts)).toBe(verdict);
  });

  test('two intervals are no gap, a millisecond more is one, and a gap proves nothing', () => {
    const apart = (distance: number): Summary =>
      joinSummaries(
        cold,
        summaryOf(cold, { at: 0, value: 500 }, 300),
        summaryOf(cold, { at: distance, value: 500 }, 300),
      );
    expect(findDoubts(apart(10 * MINUTE), [sound], [0, 1])).toEqual([]);
    expect(findDoubts(apart(10 * MINUTE + 1), [sound], [0, 1])).toEqual(['gap']);
  });

  test('a page whose number is missing is a gap until it comes, whatever the times say', () => {
    expect(findDoubts(good, [sound], [7, 9])).toEqual(['gap']);
    expect(findDoubts(good, [sound], [9, 7, 8])).toEqual([]);
  });

  test('pages are read as they are signed, and the same time is not told twice', () => {
    const page = {
      sequence: 0,
      from: '1970-01-01T00:00:00.000Z',
      intervalSeconds: 300,
      values: [500, -10, 30],
    };
    const summary = summarisePage(cold, page);
    expect(summary).toMatchObject({
      count: 3,
      minimum: 490,
      maximum: 520,
      last: { at: 10 * MINUTE, value: 520 },
    });
    expect(overlap([summary, summary])).toBe(true);
    expect(
      overlap([
        summary,
        { ...summary, first: { at: 11 * MINUTE, value: 1 }, last: { at: 12 * MINUTE, value: 1 } },
      ]),
    ).toBe(false);
  });
});

const expectNear = (found: number, expected: number, tolerance: number): void => {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance);
};

const folder = join(
  process.env['CONFORMANCE_DIR'] ?? join(import.meta.dirname, '../../../../../shared/conformance'),
  'cold-chain/logger-exports',
);
(existsSync(folder) ? describe : describe.skip)('a real trip against the alarms that its device rang', () => {
  test('Q-tag: begin of every alarm within five minutes, length within seven and an interval', () => {
    const file = join(folder, 'QTag-CLm-doc-LR__RCPJ00010_02_202211090128.txt');
    const { readings, figures } = parseLoggerExport(readFileSync(file, 'utf8'));
    const bounds = boundsOf({
      limits: [{ ...limit, minCentiCelsius: 200, maxCentiCelsius: 800 }],
      neverFreeze: false,
    });
    const points = readings.map(({ at, centiCelsius }) => ({ at: Date.parse(at), value: centiCelsius }));
    const summary = foldSummaries(
      bounds,
      points.map((point) => summaryOf(bounds, point, 600)),
    );
    const [low, high] = summary.tallies as [Tally, Tally];
    const minutesOf = ({ from, to }: Run): number => (to - from) / MINUTE;
    const [hot] = high.runs as [Run];
    expectNear(hot.from + 30 * MINUTE, Date.parse('2022-11-08T22:20:00.000Z'), 5 * MINUTE);
    // The device counts to the minute at which it was stopped, nine minutes after the last reading.
    expectNear(minutesOf(hot) + 9, 219, 7);
    const told = [
      ['2022-11-08T12:16:00.000Z', 145],
      ['2022-11-08T14:52:00.000Z', 32],
      ['2022-11-08T15:39:00.000Z', 31],
    ] as const;
    for (const [from, minutes] of told) {
      const ours = low.runs.find((run) => Math.abs(run.from - Date.parse(from)) <= 5 * MINUTE) as Run;
      // Its end is known to one interval only: the device measures more often than it exports.
      expectNear(minutesOf(ours), minutes, 10 + 7);
    }
    expectNear(low.since as number, Date.parse('2022-11-08T05:51:00.000Z'), 5 * MINUTE);
    // Twenty short runs, each known to an interval: within a tenth of what the device summed up.
    expectNear(low.total / MINUTE, 598, 60);
    expect(figures[0]?.alarms).toHaveLength(6);
  });
});
