import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, NO_TRIES, remaining, type Tries } from './guard.js';

const AT = 1_800_000_000_000;
const after = (wrong: number): Tries => ({ wrong, lastAt: AT });

describe('waiting after a wrong PIN', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [7, 300_000],
    [8, 900_000],
    [9, 3_600_000],
    [1_000, 3_600_000],
  ])('%i wrong tries: %i ms', (wrong, wait) => {
    expect(remaining(after(wrong), AT)).toBe(wait);
    expect(remaining(after(wrong), AT + wait)).toBe(0);
  });

  it('is never shorter for a clock that was set back, nor for one try more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat(), (wrong, back) => {
        expect(remaining(after(wrong), AT - 1 - back)).toBe(remaining(after(wrong), AT));
        const more = counted(after(wrong), AT);
        expect(remaining(more, AT)).toBeGreaterThanOrEqual(remaining(after(wrong), AT));
      }),
    );
    expect(counted(NO_TRIES, AT)).toEqual({ wrong: 1, lastAt: AT });
  });
});
