import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ALL_ACTS } from '../acts.js';
import { gln } from '../enterprise/schemas.js';
import { ERROR_CODES, YaosuError, parseRefusal } from './errors.js';
import { keyOf, splitKey } from './keys.js';
import { decimal, fromMillionths, quantity, toMillionths } from './quantity.js';
import { text } from './text.js';
import { day, instant } from './time.js';

describe('kernel schemas', () => {
  test.each([
    ['instant', instant, '2026-11-25T08:00:00.000Z', true],
    ['instant without zone', instant, '2026-11-25T08:00:00.000', false],
    ['instant without milliseconds', instant, '2026-11-25T08:00:00Z', false],
    ['29 February of no leap year', instant, '2023-02-29T00:00:00.000Z', false],
    ['hour 24', instant, '2026-11-25T24:00:00.000Z', false],
    ['day', day, '2024-02-29', true],
    ['31 April', day, '2026-04-31', false],
    ['GLN', gln, '6901234000009', true],
    ['GLN with a wrong check digit', gln, '6901234000008', false],
    ['decimal', decimal, '0.000001', true],
    ['trailing zero', decimal, '1.10', false],
    ['exponent', decimal, '1e3', false],
    ['sign', decimal, '-1', false],
    ['40 digits', decimal, '1'.repeat(40), false],
    ['a zero quantity', quantity, { value: '0', unit: 'KGM' }, false],
    ['a unit that is none', quantity, { value: '1', unit: 'kg' }, false],
    ['a quantity', quantity, { value: '12.5', unit: 'KGM' }, true],
    ['NUL in a text', text(10), 'a\u0000b', false],
    ['lone surrogate in a text', text(10), 'a\ud800', false],
    ['~ in a text', text(10), 'a~b', false],
    ['Chinese text', text(10), '药溯', true],
  ])('%s', (_, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  test('millionths read back as the same decimal', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), (value) => {
        expect(decimal.safeParse(fromMillionths(value)).success).toBe(true);
        expect(toMillionths(fromMillionths(value))).toBe(value);
      }),
    );
  });
});

describe('keys', () => {
  test('split into what they were made of', () => {
    expect(splitKey(keyOf('lic', 'acme', '苏20260001'))).toEqual({
      type: 'lic',
      parts: ['acme', '苏20260001'],
    });
  });

  test.each(['lic~acme', 'nothing~x', 'batch~', 'batch', ''])('%s is none', (key) => {
    expect(splitKey(key)).toBeUndefined();
  });
});

describe('refusals', () => {
  test("are read back from a peer's text", () => {
    const peer = `chaincode response 500, ${new YaosuError('KEY_REVOKED', { kid: 'a' }).message}`;
    expect(parseRefusal(peer)).toMatchObject({ code: 'KEY_REVOKED', details: { kid: 'a' } });
  });

  test.each(['NO_SUCH_CODE {"a":1}', 'KEY_REVOKED', 'KEY_REVOKED {', 'a fault'])(
    '%s is none of ours',
    (message) => {
      expect(parseRefusal(message)).toBeUndefined();
    },
  );

  test('name only codes that some act or the kernel can meet', () => {
    const declared = new Set(
      ALL_ACTS.flatMap((act) => [...act.errors, ...(act.creates ? [act.creates] : [])]),
    );
    const subjectCodes = ERROR_CODES.slice(ERROR_CODES.indexOf('NETWORK_ALREADY_OPEN'));
    expect(subjectCodes.filter((code) => !declared.has(code))).toEqual([]);
  });
});
