import { expect, test } from '@jest/globals';
import { isYieldWithin } from './judge-yield.js';

/** Limits in hundredths of a percent. */
test.each([
  ['exactly the lower limit', '90', '100', 9_000, 10_200, true],
  ['a millionth below it', '89.999999', '100', 9_000, 10_200, false],
  ['exactly the upper limit', '102', '100', 9_000, 10_200, true],
  ['a millionth above it', '102.000001', '100', 9_000, 10_200, false],
  ['a third, never rounded up', '33.333333', '100', 3_334, 10_000, false],
  ['a third, never rounded down', '1', '3', 3_333, 3_333, false],
  ['nothing is lost', '999999999999999', '999999999999999', 10_000, 10_000, true],
  ['fifteen digits, one short', '999999999999998', '999999999999999', 10_000, 10_000, false],
])('%s', (_, quantity, theoretical, lower, upper, within) => {
  expect(isYieldWithin(quantity, theoretical, { lower, upper })).toBe(within);
});
