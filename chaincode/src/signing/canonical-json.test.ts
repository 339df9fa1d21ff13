import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { canonicalJson, parseCanonical } from './canonical-json.js';

const vectors = join(
  process.env['CONFORMANCE_DIR'] ?? join(import.meta.dirname, '../../../../shared/conformance'),
  'vc-did/jcs-rfc8785',
);
const names = existsSync(vectors) ? readdirSync(join(vectors, 'input')) : [];

describe('canonical JSON', () => {
  (names.length > 0 ? test.each(names) : test.skip.each(['vectors of RFC 8785 (shared folder absent)']))(
    'writes %s as RFC 8785 says',
    (name) => {
      const input: unknown = JSON.parse(readFileSync(join(vectors, 'input', name), 'utf8'));
      expect(canonicalJson(input)).toBe(readFileSync(join(vectors, 'output', name), 'utf8'));
    },
  );

  test.each([
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udfff': 1 }],
    ['infinity', Infinity],
    ['not a number', NaN],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test.each([
    ['duplicate names', '{"a":1,"a":2}'],
    ['a blank', '{"a": 1}'],
    ['another order', '{"b":1,"a":2}'],
    ['another spelling of a number', '{"a":1.0}'],
    ['an escape that is not needed', '"\\u0041"'],
    ['truncated text', '{"a":'],
  ])('does not parse %s', (_, text) => {
    expect(parseCanonical(text)).toBeUndefined();
  });

  test('parses what it wrote, and writes it again alike', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(parseCanonical(text))).toBe(text);
      }),
    );
  });
});
