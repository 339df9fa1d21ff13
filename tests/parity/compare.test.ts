import { describe, expect, it } from '@jest/globals';
import { isEqual, isSame } from './compare.js';
import type { Json } from './json.js';

const TABLE: readonly (readonly [expected: Json, got: Json, equal: boolean])[] = [
  ['VALID', 'VALID', true],
  ['VALID', 'INVALID', false],
  ['…boom…', 'response 500, boom', true],
  ['…boom', 'boom and more', false],
  ['txid: …(…) exists', 'txid: 12(ch) exists', true],
  ['a (b)', 'a b', false],
  ['…', 7, true],
  [null, '', false],
  [[], {}, false],
  [['a'], ['a', 'b'], false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: ['…x'] }, { a: ['yx'] }, true],
];

describe('what was observed against what was expected', () => {
  it.each(TABLE)('%j against %j: %s', (expected, got, equal) => {
    expect(isEqual(expected, got)).toBe(equal);
  });
});

const RECORDED: readonly (readonly [expected: Json, recorded: Json, got: Json, same: boolean])[] = [
  ['a', 'a', 'a', true],
  ['a', 'b', 'a', false],
  ['…is 12 bytes', 'a is 12 bytes', 'b is 12 bytes', true],
  ['…is 12 bytes', 'a is 12 bytes', 'b is 13 bytes', false],
  ['…is 12 bytes', 'a is 13 bytes', 'a is 13 bytes', false],
  [['…', 'x'], ['a', 'x'], ['b', 'x'], true],
  [['…', 'x'], ['a', 'x'], ['b', 'y'], false],
  [{ a: 1 }, { a: 1 }, { a: 1, b: 2 }, false],
];

describe('what was observed against what live Fabric did', () => {
  it.each(RECORDED)('expected %j, recorded %j, got %j: %s', (expected, recorded, got, same) => {
    expect(isSame(expected, recorded, got)).toBe(same);
  });
});
