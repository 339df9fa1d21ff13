import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { guessRate, SERIAL_SCHEMES, type SerialScheme } from '../api/codes.js';
import { newSerials } from './serials.js';

const KEY = createHash('sha256').update('key').digest();
const SCHEMES = Object.keys(SERIAL_SCHEMES) as SerialScheme[];
const MANY = 20_000;

describe.each(SCHEMES)('serials of %s', (scheme) => {
  const serials = newSerials(scheme, KEY);
  const made = serials.at(1_000, MANY);

  test('have their form, and no two are alike', () => {
    const { alphabet, length } = SERIAL_SCHEMES[scheme];
    expect(made.every((each) => new RegExp(`^[${alphabet}]{${String(length)}}$`).test(each))).toBe(true);
    expect(new Set(made).size).toBe(MANY);
  });

  test('lead back to their places', () => {
    for (const i of [0, 1, 4_095, 4_096, MANY - 1]) expect(serials.placeOf(made[i] ?? '')).toBe(1_000 + i);
  });

  test('are the same however they are asked for', () => {
    expect(serials.at(5_000, 3)).toEqual(made.slice(4_000, 4_003));
  });

  test('are others under another key', () => {
    const others = new Set(newSerials(scheme, createHash('sha256').update('other').digest()).at(1_000, MANY));
    expect(made.filter((each) => others.has(each)).length).toBeLessThan(3);
  });

  test('use every character in every place alike (chi-square, 1 in 10,000)', () => {
    const { alphabet, length } = SERIAL_SCHEMES[scheme];
    // Wilson and Hilferty's bound of the distribution at 3.72 standard deviations, over all places at once.
    const freedom = (alphabet.length - 1) * length;
    const limit = freedom * (1 - 2 / (9 * freedom) + 3.72 * Math.sqrt(2 / (9 * freedom))) ** 3;
    let sum = 0;
    for (let place = 0; place < length; place += 1) {
      const counts = new Map<string, number>();
      for (const each of made) counts.set(each.charAt(place), (counts.get(each.charAt(place)) ?? 0) + 1);
      const expected = MANY / alphabet.length;
      for (const each of alphabet) sum += ((counts.get(each) ?? 0) - expected) ** 2 / expected;
    }
    expect(sum).toBeLessThan(limit);
  });
});

test('a text of another form has no place', () => {
  const serials = newSerials('letters12', KEY);
  expect(['', 'ABC', 'ABCDEFGHIJKL', '012345678901'].map((each) => serials.placeOf(each))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a guess at a hundred million issued succeeds at most once in a thousand million', () => {
  expect(guessRate('letters12', 1e8)).toBeLessThanOrEqual(1e-9);
  expect(guessRate('digits15', 1e8)).toBeCloseTo(1e-7);
});
