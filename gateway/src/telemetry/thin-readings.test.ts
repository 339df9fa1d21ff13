import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { segmentsOf, thin, type Point } from './thin-readings.js';

const page = (sequence: number, from: string, ...values: number[]) => ({
  sequence,
  from: `2026-11-25T${from}:00.000Z`,
  intervalSeconds: 300,
  values,
});
const at = (time: string): number => Date.parse(`2026-11-25T${time}:00.000Z`);

describe('readings of pages', () => {
  test('differences are added up, pages that meet are one segment', () => {
    expect(segmentsOf([page(1, '08:10', 530), page(0, '08:00', 500, 20)])).toEqual([
      [
        { at: at('08:00'), value: 500 },
        { at: at('08:05'), value: 520 },
        { at: at('08:10'), value: 530 },
      ],
    ]);
  });

  test('more than two intervals apart is a gap, two are none', () => {
    expect(segmentsOf([page(0, '08:00', 500), page(1, '08:10', 500)])).toHaveLength(1);
    expect(segmentsOf([page(0, '08:00', 500), page(1, '08:11', 500)])).toHaveLength(2);
  });

  test('nothing is nothing', () => {
    expect(segmentsOf([])).toEqual([]);
  });
});

const points = fc
  .array(fc.integer({ min: -3000, max: 5000 }), { minLength: 1, maxLength: 300 })
  .map((values) => values.map((value, i): Point => ({ at: i * 1000, value })));

describe('thinned readings', () => {
  test('keep both ends, the extremes, and the order of time', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 60 }), (all, size) => {
        const thinned = thin(all, size);
        const values = all.map(({ value }) => value);
        const kept = thinned.map(({ value }) => value);
        expect(thinned[0]).toEqual(all[0]);
        expect(thinned.at(-1)).toEqual(all.at(-1));
        expect(Math.max(...kept)).toBe(Math.max(...values));
        expect(Math.min(...kept)).toBe(Math.min(...values));
        expect(thinned.map((point) => point.at)).toEqual(
          [...new Set(thinned.map((point) => point.at))].sort((a, b) => a - b),
        );
      }),
    );
  });

  test('are fewer', () => {
    const all = Array.from({ length: 1000 }, (_, i): Point => ({ at: i, value: (i * 37) % 400 }));
    expect(thin(all, 20).length).toBeLessThanOrEqual(102);
  });
});
