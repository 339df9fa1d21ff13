import { describe, expect, test } from '@jest/globals';
import { FRAMES, newScale } from './curve-scale.js';

const point = (minute: string, centiCelsius: number) => ({
  at: `2026-11-25T08:${minute}:00.000Z`,
  centiCelsius,
});
const logger = { logger: 'a'.repeat(64), readings: 3 };

describe('the scale of a curve', () => {
  test.each(Object.entries(FRAMES))(
    'holds every reading and every limit inside of the frame of a %s',
    (_, frame) => {
      const loggers = [{ ...logger, segments: [[point('00', 450)], [point('30', 900), point('40', 520)]] }];
      const scale = newScale(loggers, [200, 800], frame);
      expect(scale?.x('2026-11-25T08:00:00.000Z')).toBe(frame.left);
      expect(scale?.x('2026-11-25T08:40:00.000Z')).toBe(frame.width - frame.right);
      for (const value of [200, 450, 800, 900]) {
        expect(scale?.y(value)).toBeGreaterThan(frame.top);
        expect(scale?.y(value)).toBeLessThan(frame.height - frame.bottom);
      }
      expect(scale?.degrees).toEqual([2, 4, 6, 8, 10]);
      expect(scale?.instants).toHaveLength(frame.instants);
    },
  );

  test('a single reading has a scale, no reading has none', () => {
    expect(newScale([{ ...logger, segments: [[point('00', -1800)]] }], [], FRAMES.desk)?.degrees).toEqual([
      -19, -18, -17,
    ]);
    expect(newScale([{ ...logger, segments: [] }], [200], FRAMES.desk)).toBeUndefined();
  });
});
