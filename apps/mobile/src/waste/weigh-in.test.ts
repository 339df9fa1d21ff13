import { describe, expect, it } from '@jest/globals';
import { create } from 'qrcode';
import { encodeMessage, type WeighInMessage } from '../hand-over/messages.js';
import type { Manifest } from '../shipments/reference.js';
import { drumsOf, gramsOf, weighed } from './weigh-in.js';

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

describe('a request for the signature of a weigh-in', () => {
  const lines = Array.from({ length: 20 }, (_, at) => ({ drum: String(at).padStart(64, '0') }));
  const drums = lines.map(({ drum }) => ({
    ...{ drum, verdict: 'accepted' as const, gross: '1000000', tare: '100000', net: '900000' },
  }));
  const [l, n, m, w, k] = ['1'.repeat(64), '2'.repeat(32), '3'.repeat(64), '4'.repeat(64), '5'.repeat(64)];
  const request: WeighInMessage = {
    ...{ t: 'weighIn', l, n, m, w },
    d: drums.map(({ verdict, gross, tare }) => [verdict, gross, tare]),
    at: '2026-11-29T08:00:00.000Z',
    g: { e: 'x'.repeat(40), k, p: 'p'.repeat(87) },
  };

  it('fits into a code however many drums a manifest has', () => {
    expect(() => create(encodeMessage(request), { errorCorrectionLevel: 'L' })).not.toThrow();
  });

  it('says of every drum of the manifest what the scales say', () => {
    expect(drumsOf(request, { lines: lines as Manifest['lines'] })).toEqual(drums);
  });

  it('is about all drums of the manifest or about nothing', () => {
    expect(drumsOf(request, { lines: lines.slice(1) as Manifest['lines'] })).toBeUndefined();
  });
});
