import { describe, expect, test } from '@jest/globals';
import { foreignHash } from '../../signing/code-hash.js';
import { gs1CheckDigit } from '../../model/kernel/gs1-check-digit.js';
import { secondCodeOf, type Gs1Key } from './second-code.js';

const GTIN = '06901234000009';
const SSCC = `06901234000000001${gs1CheckDigit('06901234000000001')}`;

const SECOND_CODES: readonly (readonly [string, string, Gs1Key | null])[] = [
  ['a pack', `01${GTIN}21ABC`, ['01', GTIN]],
  ['a case', `00${SSCC}`, ['00', SSCC]],
  ['a trace code', '81234567890123456789', null],
  ['a handle', '88.123.4567/ABC', null],
  ["a firm's own", 'PACK-0001', null],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['a pack with its symbology', `]d201${GTIN}21ABC`],
  ['a pack in brackets', `(01)${GTIN}(21)ABC`],
  ['a pack as a link', `https://id.gs1.org/01/${GTIN}/21/ABC`],
  ['a pack with its lot', `01${GTIN}10L121ABC`],
  ['a pack with its date', `01${GTIN}1728123121ABC`],
  ['a pack as an EPC', 'urn:epc:id:sgtin:6901234.000000.ABC'],
  ['a product', `01${GTIN}`],
  ['a lot', `01${GTIN}10L1`],
  ['a place', '4146901234000009'],
  ['a firm', '91110000600037341L'],
  ['words', 'two words'],
  ['a separator', `01${GTIN}21ABC\u001d`],
  ['nothing', ''],
  ['more than a label holds', 'A'.repeat(101)],
];

describe('second codes', () => {
  test.each(SECOND_CODES)('%s is one', (_, text, key) => {
    expect(secondCodeOf(text)).toEqual({ hash: foreignHash(text), key });
  });

  test.each(OTHERS)('%s is none', (_, text) => {
    expect(secondCodeOf(text)).toBeUndefined();
  });
});
