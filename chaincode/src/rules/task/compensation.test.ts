import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { toMillionths } from '../../model/kernel/quantity.js';
import type { TaskTerms } from '../../model/task/terms.js';
import { compensationOf, type Performance } from './compensation.js';

const TERMS: TaskTerms = {
  price: { amount: '12.5', currency: 'CNY' },
  yield: { floorPercent: '98' },
  compensation: { perDayLatePercent: '0.5', perPercentShortPercent: '2', atMostPercent: '20' },
  clauses: [],
};
const performance = (change: Partial<Performance> = {}): Performance => ({
  ordered: '10000',
  delivered: '10000',
  deliverBy: '2026-11-20',
  deliveredAt: '2026-11-20T23:59:59.999Z',
  ...change,
});

/** Of 125,000 CNY, by hand. */
test.each([
  ['in time and in full', {}, '0', 0, '0', '0'],
  ['early', { deliveredAt: '2026-11-01T00:00:00.000Z' }, '0', 0, '0', '0'],
  ['a day late', { deliveredAt: '2026-11-21T00:00:00.000Z' }, '625', 1, '625', '0'],
  ['ten days late', { deliveredAt: '2026-11-30T08:00:00.000Z' }, '6250', 10, '6250', '0'],
  ['at the floor of the yield', { delivered: '9800' }, '0', 0, '0', '0'],
  ['one per cent below it', { delivered: '9700' }, '2500', 0, '0', '2500'],
  [
    'late and short',
    { delivered: '9700', deliveredAt: '2026-11-21T00:00:00.000Z' },
    '3125',
    1,
    '625',
    '2500',
  ],
  [
    'far too late: no more than agreed',
    { deliveredAt: '2027-11-20T00:00:00.000Z' },
    '25000',
    365,
    '228125',
    '0',
  ],
  ['almost nothing: no more than agreed', { delivered: '1' }, '25000', 0, '0', '244975'],
])('%s', (_, change, total, daysLate, late, short) => {
  expect(compensationOf(TERMS, performance(change))).toMatchObject({
    value: '125000',
    total,
    daysLate,
    late,
    short,
  });
});

test('is never more than the cap, nor less for later or less', () => {
  const amount = fc.integer({ min: 1, max: 10_000 });
  const days = fc.integer({ min: 1, max: 27 });
  fc.assert(
    fc.property(amount, amount, days, days, (one, other, day, later) => {
      const at = (n: number): string => `2026-12-${String(n).padStart(2, '0')}T00:00:00.000Z`;
      const owed = (delivered: number, on: number): bigint =>
        toMillionths(
          compensationOf(TERMS, performance({ delivered: String(delivered), deliveredAt: at(on) })).total,
        );
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const [first, last] = [Math.min(day, later), Math.max(day, later)];
      expect(owed(more, first) <= owed(less, last)).toBe(true);
      expect(owed(less, last) <= toMillionths('25000')).toBe(true);
    }),
  );
});
