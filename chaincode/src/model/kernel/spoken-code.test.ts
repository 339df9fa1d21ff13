import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  SPOKEN_ALPHABET,
  SPOKEN_LENGTH,
  isSpokenCode,
  spokenCodeOf,
  spokenGroups,
  typedCode,
} from './spoken-code.js';

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const code = digest.map(spokenCodeOf);
const place = fc.integer({ min: 0, max: SPOKEN_LENGTH - 1 });
const character = fc.constantFrom(...Array.from(SPOKEN_ALPHABET));
const put = (text: string, at: number, each: string): string => text.slice(0, at) + each + text.slice(at + 1);

describe('a code that people say', () => {
  test('has no characters that are taken for others', () => {
    expect(SPOKEN_ALPHABET).toHaveLength(31);
    expect(SPOKEN_ALPHABET).not.toMatch(/[01OIL]/);
  });

  test('is right as it is made, and follows from its digest', () => {
    fc.assert(
      fc.property(digest, (each) => {
        expect(isSpokenCode(spokenCodeOf(each))).toBe(true);
        expect(spokenCodeOf(each)).toHaveLength(SPOKEN_LENGTH);
      }),
    );
    expect(spokenCodeOf('0'.repeat(64))).toBe('22222223');
  });

  test('is wrong with any one character changed', () => {
    fc.assert(
      fc.property(code, place, character, (right, at, other) => {
        fc.pre(right[at] !== other);
        expect(isSpokenCode(put(right, at, other))).toBe(false);
      }),
    );
  });

  test('is wrong with any two characters in each other’s place', () => {
    fc.assert(
      fc.property(code, place, place, (right, a, b) => {
        fc.pre(right[a] !== right[b]);
        expect(isSpokenCode(put(put(right, a, right[b] ?? ''), b, right[a] ?? ''))).toBe(false);
      }),
    );
  });

  test('is typed as people type it', () => {
    fc.assert(
      fc.property(code, (right) => {
        expect(typedCode(` ${spokenGroups(right).toLowerCase()} `)).toBe(right);
      }),
    );
  });
});
