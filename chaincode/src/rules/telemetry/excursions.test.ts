import { describe, expect, it } from '@jest/globals';
import type { DispositionOfLoad } from '../../model/telemetry/states.js';
import { budgetLeft, type Excursion } from './excursions.js';

const SIGNER = { enterprise: 'maker', kid: 'a'.repeat(64), person: null };
const AT = '2026-11-25T08:00:00.000Z';

const excursion = (minutes: number, outcome?: DispositionOfLoad, consumedMinutes = minutes): Excursion => ({
  shipment: 'a1'.repeat(32),
  episode: 'b2'.repeat(32),
  logger: 'c3'.repeat(32),
  bound: 0,
  kind: 'unbroken',
  from: AT,
  to: AT,
  minutes,
  openedAt: AT,
  report: null,
  offers: [],
  disposition:
    outcome === undefined
      ? null
      : { outcome, deviationNo: 'DEV-1', stability: 'd4'.repeat(32), consumedMinutes, by: SIGNER, at: AT },
});

describe('what is left of a stability budget of 120 minutes', () => {
  it.each<[string, readonly Excursion[], number]>([
    ['nothing happened', [], 120],
    ['one waits: its measured minutes count', [excursion(40)], 80],
    ['one was released for more than was measured', [excursion(40, 'release', 45)], 75],
    ['one was released shortened', [excursion(40, 'releaseShortened')], 80],
    ['one was rejected: nothing is consumed', [excursion(40, 'reject')], 120],
    ['one was released, two wait: below zero', [excursion(60, 'release'), excursion(50), excursion(30)], -20],
  ])('%s', (_, excursions, left) => {
    expect(budgetLeft(120, excursions)).toBe(left);
  });
});
