import { describe, expect, test } from '@jest/globals';
import { FRAME, newScale } from './curve-scale.js';

const point = (minute: string, centiCelsius: number) => ({
  at: `2026-11-25T08:${minute}:00.000Z`,
  centiCelsius,
});
const logger = { logger: 'a'.repeat(64), readings: 3 };

describe('the scale of a curve', () => {
  test('holds every reading and every limit inside of the frame', () => {
    const loggers = [{ ...logger, segments: [[point('00', 450)], [point('30', 900), point('40', 520)]] }];
    const scale = newScale(loggers, [200, 800]);
    expect(scale?.x('2026-11-25T08:00:00.000Z')).toBe(FRAME.left);
    expect(scale?.x('2026-11-25T08:40:00.000Z')).toBe(FRAME.width - FRAME.right);
    for (const value of [200, 450, 800, 900]) {
      expect(scale?.y(value)).toBeGreaterThan(FRAME.top);
      expect(scale?.y(value)).toBeLessThan(FRAME.height - FRAME.bottom);
    }
    expect(scale?.degrees).toEqual([2, 4, 6, 8, 10]);
    expect(scale?.instants).toHaveLength(5);
  });

  test('a single reading has a scale, no reading has none', () => {
    expect(newScale([{ ...logger, segments: [[point('00', -1800)]] }], [])?.degrees).toEqual([-19, -18, -17]);
    expect(newScale([{ ...logger, segments: [] }], [200])).toBeUndefined();
  });
});
