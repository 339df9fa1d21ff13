import { describe, expect, it } from '@jest/globals';
import { gramsOf, weighed } from './weigh-in.js';

const DRUM = 'a'.repeat(64);

describe('weights of a drum', () => {
  it.each([
    ['182.5', 182_500n],
    [' 18 ', 18_000n],
    ['0', 0n],
    ['0.0005', undefined],
    ['-1', undefined],
    ['1,5', undefined],
    ['', undefined],
  ])('"%s" kg is %s g', (typed, grams) => {
    expect(gramsOf(typed)).toBe(grams);
  });

  it.each([
    ['accepted', { gross: '162.5', tare: '18' }, { gross: '162500', tare: '18000', net: '144500' }],
    ['refused', { gross: '162.5', tare: '18' }, { gross: '162500', tare: '18000', net: '144500' }],
    ['missing', { gross: '162.5', tare: '18' }, { gross: '0', tare: '0', net: '0' }],
  ] as const)('of one that is %s', (verdict, typed, weights) => {
    expect(weighed(DRUM, verdict, typed)).toEqual({ drum: DRUM, verdict, ...weights });
  });

  it.each([
    { gross: '17', tare: '18' },
    { gross: 'much', tare: '18' },
  ])('$gross kg gross of $tare kg tare are impossible', (typed) => {
    expect(weighed(DRUM, 'accepted', typed)).toBeUndefined();
  });
});
