import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aiRule } from './ai-rules.js';
import { AI_ROWS } from './ai-table.js';
import { CHARACTERS, LINTERS } from './linters.js';

test('every linter that the table names is there', () => {
  const named = AI_ROWS.flatMap(([, , components]) => components.split(' ')).flatMap((component) =>
    component.replace(/[[\]]/g, '').split(',').slice(1),
  );
  expect([...new Set(named)].filter((name) => LINTERS[name] === undefined)).toEqual([]);
});

test('no two AIs that begin alike have different lengths', () => {
  const lengths = new Map<string, Set<number>>();
  for (let number = 0; number < 10_000; number += 1) {
    for (const size of [2, 3, 4]) {
      const ai = String(number).padStart(size, '0');
      if (ai.length !== size || aiRule(ai) === undefined) continue;
      const start = ai.slice(0, 2);
      lengths.set(start, (lengths.get(start) ?? new Set()).add(size));
    }
  }
  expect([...lengths].filter(([, sizes]) => sizes.size > 1)).toEqual([]);
});

describe('coupons', () => {
  const PURCHASE = '110123';
  const BASE = `012345612345615${PURCHASE}`;
  test.each([
    ['the least', BASE, true],
    ['with a second purchase', `${BASE}10${PURCHASE}9`, true],
    ['with dates in order', `${BASE}32812314280101`, true],
    ['that has expired before it starts', `${BASE}3280101` + '4281231', false],
    ['with a day that is none', `${BASE}3280231`, false],
    ['with its options out of order', `${BASE}4280101` + '3281231', false],
    ['with data behind it', `${BASE}7`, false],
    ['cut off', BASE.slice(0, -1), false],
    ['with letters', `${BASE.slice(0, -1)}A`, false],
  ])('%s: %s', (_, value, isRight) => {
    expect(LINTERS['couponcode']?.(value)).toBe(isRight);
  });

  test.each([
    ['0012345612345601234567', false],
    ['00123456123456' + '0123456', true],
    ['20123456123456' + '0123456', false],
  ])('positive offer %s: %s', (value, isRight) => {
    expect(LINTERS['couponposoffer']?.(value)).toBe(isRight);
  });
});

test.each([
  ['packagetype', 'BX', true],
  ['packagetype', 'XX', false],
  ['iso4217', '924', true],
  ['iso4217', '932', false],
  ['iso3166', '156', true],
  ['csumalpha', '1987654Ad4X4bL5ttr2310c2K', true],
  ['csumalpha', '1987654Ad4X4bL5ttr2310c2L', false],
  ['iban', 'DE91100000000123456789', true],
  ['iban', 'DE91100000000123456788', false],
  ['pieceoftotal', '0102', true],
  ['pieceoftotal', '0201', false],
  ['nozeroprefix', '01', false],
])('%s %s: %s', (linter, value, isRight) => {
  expect(LINTERS[linter]?.(value)).toBe(isRight);
});

test.each([
  ['12=', true],
  ['1==', true],
  ['123', true],
  ['123=', false],
  ['===', false],
])('base 64 %s: %s', (value, isRight) => {
  expect(CHARACTERS['Z']?.test(value)).toBe(isRight);
});

test('no linter throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const check of Object.values(LINTERS)) expect(typeof check(text)).toBe('boolean');
    }),
  );
});
