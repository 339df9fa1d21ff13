import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';
import { readTag, tagOf, type TagEpc } from './epc-binary.js';
import { isEpcUrn, readEpcUrn } from './epc-urn.js';
import type { Element } from './problems.js';
import { epcUrnOf } from './write-epc-urn.js';

/** Of the Tag Data Standard, appendix E. */
const STANDARD: readonly (readonly [string, TagEpc])[] = [
  [
    '3074257BF7194E4000001A85',
    {
      scheme: 'sgtin-96',
      filter: 3,
      companyLength: 7,
      elements: [
        ['01', '80614141123458'],
        ['21', '6789'],
      ],
    },
  ],
  [
    '3674257BF6B7A659B2C2BF1000000000000000000000000000',
    {
      scheme: 'sgtin-198',
      filter: 3,
      companyLength: 7,
      elements: [
        ['01', '70614141123451'],
        ['21', '32a/b'],
      ],
    },
  ],
  [
    '3174257BF4499602D2000000',
    { scheme: 'sscc-96', filter: 3, companyLength: 7, elements: [['00', '106141412345678908']] },
  ],
];

describe('a tag', () => {
  test.each(STANDARD)('%s is read and written', (hex, tag) => {
    expect(readTag(hex)).toEqual(tag);
    expect(tagOf(tag)).toBe(hex);
  });

  test.each(['', '30', '3574257BF7194E4000001A85', '307C257BF7194E4000001A85', 'not hexadecimal at all!!'])(
    '%j is none',
    (hex) => {
      expect(readTag(hex)).toBeUndefined();
    },
  );

  test('of 96 bits holds no letters, nor a leading zero', () => {
    const tag = STANDARD[0]![1];
    for (const serial of ['A1', '01', String(2 ** 38)]) {
      expect(tagOf({ ...tag, elements: [tag.elements[0]!, ['21', serial]] })).toBeUndefined();
    }
  });
});

const withDigit = (body: string): string => `${body}${gs1CheckDigit(body)}`;

describe('an EPC URI', () => {
  test.each<readonly [string, readonly Element[], number]>([
    ['urn:epc:id:sscc:0614141.1234567890', [['00', '106141412345678908']], 7],
    ['urn:epc:idpat:sgtin:0614141.812345.*', [['01', '80614141123458']], 7],
    ['urn:epc:id:sgln:0614141.12345.0', [['414', '0614141123452']], 7],
    ['urn:epc:id:giai:0614141.32a%2Fb', [['8004', '061414132a/b']], 7],
    ['urn:epc:id:grai:0614141.12345.32a%2Fb', [['8003', '0061414112345232a/b']], 7],
  ])('%s', (uri, elements, companyLength) => {
    expect(readEpcUrn(uri)).toEqual(elements);
    expect(epcUrnOf(elements, companyLength)).toBe(uri);
    expect(isEpcUrn(uri)).toBe(true);
  });

  test.each([
    'urn:epc:id:sgtin:0614141.81234.1',
    'urn:epc:id:sgtin:0614141.812345.a/b',
    'urn:epc:id:sgtin:0614141.812345.',
    'urn:epc:id:none:0614141.812345.1',
  ])('%s is none', (uri) => {
    expect(isEpcUrn(uri)).toBe(false);
  });

  test('comes back whatever the serial number is', () => {
    const digits = fc.stringMatching(/^\d{13}$/).map(withDigit);
    const serial = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
    fc.assert(
      fc.property(digits, serial, fc.integer({ min: 6, max: 12 }), (gtin, value, companyLength) => {
        const elements = [['01', gtin] as const, ['21', value] as const];
        expect(readEpcUrn(epcUrnOf(elements, companyLength) ?? '')).toEqual(elements);
        const tag = { scheme: 'sgtin-198', elements, companyLength, filter: 1 } as const;
        expect(readTag(tagOf(tag) ?? '')).toEqual(tag);
      }),
    );
  });
});
