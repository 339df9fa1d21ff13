import { expect, test } from '@jest/globals';
import { checkTerms } from './check-terms.js';

const REVEALED = {
  task: 'ab'.repeat(32),
  salt: 'a1'.repeat(16),
  terms: {
    price: { amount: '12.5', currency: 'CNY' },
    yield: { floorPercent: '98' },
    compensation: { perDayLatePercent: '0.5', perPercentShortPercent: '2', atMostPercent: '20' },
    clauses: [],
  },
};

test.each([
  ['no terms', '{}', 'these are no revealed terms'],
  ['terms of a task that is not in the bundle', JSON.stringify(REVEALED), 'the bundle proves no such task'],
])('%s are not proved', (_, text, detail) => {
  expect(checkTerms('{}', text)).toEqual({ check: 'terms', ok: false, detail });
});
