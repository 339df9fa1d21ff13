import { describe, expect, test } from '@jest/globals';
import { parseElements } from './parse-elements.js';

const GS = '\u001d';
const PACK = { '01': '06901234000009', '17': '281130', '10': 'A1', '21': 'S-77' };

describe('a scanned text', () => {
  test.each([
    ['an element string', `01069012340000091728113010A1${GS}21S-77`],
    ['with a symbology identifier', `]d201069012340000091728113010A1${GS}21S-77`],
    ['with a leading FNC1', `${GS}01069012340000091728113010A1${GS}21S-77`],
    ['in brackets', '(01)06901234000009(17)281130(10)A1(21)S-77'],
    ['a Digital Link', 'https://id.example.org/01/6901234000009/10/A1/21/S-77?17=281130'],
  ])('%s is read', (_, text) => {
    expect(parseElements(text)).toEqual(PACK);
  });

  test.each([
    ['of an unknown AI', '89ABC'],
    ['that is cut off', '0106901234'],
    ['with letters in a GTIN', '(01)0690123400000X'],
    ['with two values of one AI', `(10)A1(10)B2`],
    ['that is no code', 'hello'],
    ['a link without a key', 'https://id.example.org/about'],
    ['a link with a broken escape', 'https://id.example.org/01/06901234000009/21/%zz'],
    ['with a serial that is too long', `(21)${'9'.repeat(21)}`],
  ])('%s is not', (_, text) => {
    expect(parseElements(text)).toBeUndefined();
  });
});
