import { expect, test } from '@jest/globals';
import { monthOf, monthText } from './months.js';

test.each([
  ['2026-11-28', 'overdue'],
  ['2026-11-29', '2026-11'],
  ['2026-11-30', '2026-11'],
  ['2026-12-01', '2026-12'],
  ['2027-11-29', '2027-11'],
])('on 2026-11-29 the day %s stands under %s', (day, heading) => {
  expect(monthOf(day, '2026-11-29')).toBe(heading);
});

test('a month is said in the reader’s language, wherever the reader is', () => {
  expect([monthText('2026-12', 'en'), monthText('2026-12', 'zh')]).toEqual(['December 2026', '2026年12月']);
});
