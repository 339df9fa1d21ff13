import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isKeySequence } from './digital-link.js';
import { elementProblems } from './check-elements.js';
import { bracketed, elementString, humanReadable, readBracketed } from './element-string.js';
import { readScan, scanOf } from './symbologies.js';

const GS = '\u001d';
const PACK = '(01)06901234000009(17)281130(10)A1(21)S-77';

/** Elements of a text, and every problem of them. */
const parseScan = (text: string) => {
  const { elements, problems } = readScan(text);
  return { elements, problems: [...problems, ...elementProblems(elements)] };
};

describe('a scan without fault', () => {
  test.each([
    ['a pack', PACK],
    ['a pallet', '(00)106141411234567897(02)06901234000009(37)24'],
    ['an expiry at the end of its month', '(01)06901234000009(17)280200'],
    ['29 February of a leap year', '(01)06901234000009(17)280229'],
    ['a retail symbol', ']E06901234000009'],
    ['a link', 'https://id.example.org/stem/01/06901234000009/10/A1/21/S-77?17=281130&source=box#top'],
    ['a link to a place', 'https://id.example.org/414/9520123456788/254/32a%2Fb'],
  ])('%s', (_, text) => {
    expect(parseScan(text).problems).toEqual([]);
  });

  test('its elements are in their order, and make the string again', () => {
    const { elements } = parseScan(PACK);
    expect(elements.map(([ai]) => ai)).toEqual(['01', '17', '10', '21']);
    expect(elementString(elements)).toBe(`01069012340000091728113010A1${GS}21S-77`);
  });
});

describe('a fault is named', () => {
  test.each([
    ['check digit', '(01)06901234000001', 'checkDigit', '01', 'csum'],
    ['30 February', '(01)06901234000009(17)280230', 'date', '17', 'yymmd0'],
    ['29 February of another year', '(01)06901234000009(17)270229', 'date', '17', 'yymmd0'],
    ['serial without a product', '(21)S-77', 'missing', '21', '01,03,8006'],
    ['content without a count', '(00)106141411234567897(02)06901234000009', 'missing', '02', '37'],
    ['product and content at once', '(01)06901234000009(02)06901234000009(37)2', 'excluded', '02', '01'],
    ['two lots', '(01)06901234000009(10)A(10)B', 'repeat', '10', 'B'],
    ['letters in a date', '(01)06901234000009(17)28A130', 'form', '17', '28A130'],
    ['a sign outside of the set', '(01)06901234000009(10)A£', 'form', '10', 'A£'],
    ['an AI that is not given out', '(49)1', 'unknown', '49', '1'],
    ['a symbol that promises no elements', ']Q1hello', 'form', '', 'text'],
    [
      'qualifiers in the wrong order',
      'https://a.org/01/06901234000009/21/S/10/A',
      'link',
      '01',
      'order of keys',
    ],
    ['a qualifier in the query', 'https://a.org/01/06901234000009?10=A', 'link', '10', 'query'],
    ['a link without a key', 'https://a.org/about', 'link', '', 'primary key'],
    ['a link with a broken escape', 'https://a.org/01/06901234000009/21/%zz', 'link', '', 'escape'],
  ])('%s', (_, text, kind, ai, detail) => {
    expect(parseScan(text).problems).toContainEqual({ kind, ai, detail });
  });
});

test.each([
  [['01', '22', '10', '21'], true],
  [['01', '235'], true],
  [['01', '10', '22'], false],
  [['01', '10', '235'], false],
  [['01', '10', '10'], false],
  [['10'], false],
  [[], false],
])('keys %j may follow one another: %s', (keys, may) => {
  expect(isKeySequence(keys)).toBe(may);
});

describe('what people read', () => {
  test('stands with its AIs in brackets', () => {
    const { elements } = readScan(PACK);
    expect(humanReadable(elements)).toBe(PACK);
    expect(scanOf(']d2', elements)).toBe(`]d201069012340000091728113010A1${GS}21S-77`);
    expect(scanOf(']E0', elements.slice(0, 1))).toBe(']E06901234000009');
    expect(scanOf(']E4', elements.slice(0, 1))).toBeUndefined();
    expect(scanOf(']d1', elements)).toBeUndefined();
  });

  test('is read again whatever the values hold', () => {
    const value = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
    fc.assert(
      fc.property(value, value, (lot, serial) => {
        const elements = [['01', '06901234000009'] as const, ['10', lot] as const, ['21', serial] as const];
        expect(readBracketed(bracketed(elements)).elements).toEqual(elements);
        expect(readScan(`]d2${elementString(elements)}`).elements).toEqual(elements);
      }),
    );
  });
});
