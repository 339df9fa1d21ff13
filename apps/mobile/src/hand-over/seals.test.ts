import { describe, expect, it } from '@jest/globals';
import { counted, newTally, type Tally } from '../tally/tally.js';
import { sealId, sealsFound, sealsOf } from './seals.js';

const RECORDED = ['LH-7-a', 'LH-7-b'];
const readAll = (reads: readonly string[]): Tally =>
  reads.reduce(
    (tally, read) => counted(tally, sealId(read), read)[0],
    newTally('', '', RECORDED.map(sealId)),
  );

describe('seals read off the doors', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['all there', ['LH-7-b', ' lh-7-A '], ['LH-7-a', 'LH-7-b']],
    ['one missing', ['LH-7-b'], ['LH-7-b']],
    ['one replaced', ['LH-7-a', ' X-1 '], ['LH-7-a', 'X-1']],
    ['one read twice', ['LH-7-a', 'LH-7-a'], ['LH-7-a']],
    ['none', [], []],
  ])('%s', (_, reads, expected) => {
    expect(sealsFound(RECORDED, readAll(reads))).toEqual(expected);
  });

  it('are as recorded unless they were read otherwise', () => {
    expect(sealsOf({ seals: RECORDED }, {})).toBe(RECORDED);
    expect(sealsOf({ seals: RECORDED }, { seals: [] })).toEqual([]);
  });
});
