import { describe, expect, test } from '@jest/globals';
import { prefixesOfKey, prefixesWithin } from './company-prefix.js';

describe('company prefixes', () => {
  const rows: readonly (readonly [string, string, string | undefined, string | undefined, number])[] = [
    ['01', '06901004000215', '690100400021', '6901', 9],
    ['00', '369010040000000014', '690100400000', '6901', 9],
    ['414', '6901004000017', '690100400001', '6901', 9],
    ['8003', '06901004000215ABC', '690100400021', '6901', 9],
    ['8004', '6901004X', '6901004', '6901', 4],
    ['8004', '69X', undefined, undefined, 0],
    ['8004', '', undefined, undefined, 0],
  ];
  test.each(rows)('of (%s)%s are tried from %s to %s', (ai, value, first, last, count) => {
    const found = prefixesOfKey(ai, value);
    expect([found[0], found.at(-1), found.length]).toEqual([first, last, count]);
  });

  test('of digits without a key', () => {
    expect(prefixesWithin('690100')).toEqual(['690100', '69010', '6901']);
  });
});
