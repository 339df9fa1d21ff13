import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, newTally, sumsOf, type Verdict } from './tally.js';

const count = (expected: readonly string[], scans: readonly string[]) => {
  const verdicts: Verdict[] = [];
  let tally = newTally('p', 'pallet', expected);
  for (const scan of scans) {
    const [next, verdict] = counted(tally, scan, scan);
    tally = next;
    verdicts.push(verdict);
  }
  return { verdicts, sums: sumsOf(tally) };
};

describe('a count of codes', () => {
  it('says of every scan what it is, and how the count stands', () => {
    expect(count(['a', 'b', 'c'], ['a', 'x', 'a', 'x', 'b'])).toEqual({
      verdicts: ['seen', 'unexpected', 'again', 'again', 'seen'],
      sums: { seen: 2, missing: 1, unexpected: 1, again: 2 },
    });
  });

  it('misses nothing, whatever is scanned in whatever order', () => {
    const codes = fc.uniqueArray(fc.string(), { maxLength: 20 });
    fc.assert(
      fc.property(codes, fc.array(fc.string(), { maxLength: 20 }), fc.nat(), (expected, foreign, seed) => {
        const scans = [...expected.filter((_, at) => (seed + at) % 3 !== 0), ...foreign];
        const { sums } = count(expected, scans);
        expect(sums.seen + sums.missing).toBe(expected.length);
        expect(sums.seen + sums.unexpected + sums.again).toBe(scans.length);
        expect(sums.missing).toBe(expected.filter((code) => !scans.includes(code)).length);
      }),
    );
  });
});
