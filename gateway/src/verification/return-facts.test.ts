import { expect, test } from '@jest/globals';
import { isPrintedAs } from './return-facts.js';

test.each([
  ['270131', '2027-01-31', true],
  ['270100', '2027-01-31', true],
  ['280200', '2028-02-29', true],
  ['280200', '2028-02-28', false],
  ['270100', '2027-01-30', false],
  ['270130', '2027-01-31', false],
  ['270200', '2027-01-31', false],
])('%s is printed for %s: %s', (exp, usableUntil, isRight) => {
  expect(isPrintedAs(exp, usableUntil)).toBe(isRight);
});
