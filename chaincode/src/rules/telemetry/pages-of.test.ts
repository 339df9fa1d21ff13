import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { instantOf } from '../../model/kernel/time.js';
import { pointsOf } from './summarise.js';
import { MAX_READINGS, commandsOf, pagesOf } from '../../model/telemetry/pages-of.js';
import { pageReadings } from '../../model/telemetry/schemas.js';

const START = Date.parse('2026-11-01T00:00:00.000Z');
const at = (minutes: number, centiCelsius: number) => ({
  at: instantOf(START + minutes * 60_000),
  centiCelsius,
});

describe('pages of readings', () => {
  test('a reading off the beat begins a page, a gap too', () => {
    const readings = [at(0, 500), at(5, 510), at(11, 490), at(16, 480), at(60, 470)];
    expect(pagesOf(readings, 300, 7)).toEqual([
      { sequence: 7, from: '2026-11-01T00:00:00.000Z', intervalSeconds: 300, values: [500, 10] },
      { sequence: 8, from: '2026-11-01T00:11:00.000Z', intervalSeconds: 300, values: [490, -10] },
      { sequence: 9, from: '2026-11-01T01:00:00.000Z', intervalSeconds: 300, values: [470] },
    ]);
  });

  test('every reading comes back, and every page has the form that is signed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            step: fc.constantFrom(5, 5, 5, 6, 40),
            value: fc.integer({ min: -9_000, max: 9_000 }),
          }),
        ),
        (list) => {
          let minutes = 0;
          const readings = list.map(({ step, value }) => at((minutes += step), value));
          const pages = pagesOf(readings, 300, 0);
          const back = pages
            .flatMap(pointsOf)
            .map((point) => ({ at: instantOf(point.at), centiCelsius: point.value }));
          expect(back).toEqual(readings);
          expect(pages.every((page) => pageReadings.safeParse(page).success)).toBe(true);
        },
      ),
    );
  });

  test('a command carries no more than it may', () => {
    const long = Array.from({ length: 4_500 }, (_, i) => at(i * 5, 500));
    const groups = commandsOf(
      [...pagesOf(long, 300, 0), ...pagesOf([at(99_999, 1), at(100_003, 2)], 300, 9)],
      20,
    );
    const sizes = groups.map((group) => group.map(({ values }) => values.length));
    expect(sizes).toEqual([[MAX_READINGS], [MAX_READINGS], [500, 1, 1]]);
    expect(
      commandsOf(pagesOf([at(0, 1), at(9, 1), at(20, 1)], 300, 0), 2).map(({ length }) => length),
    ).toEqual([2, 1]);
  });
});
