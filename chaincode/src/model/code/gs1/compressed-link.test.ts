import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compressedLink, compressedLinkOf, decompressedLink, readCompressedLink } from './compressed-link.js';
import { readBracketed } from './element-string.js';

const PACK = readBracketed('(01)06901234000009(10)A1(17)281130(21)S-77').elements;
const LINK = 'https://id.example.org/shop/01/06901234000009/10/A1/21/S-77?17=281130&from=box#top';

describe('a compressed link', () => {
  test.each([true, false])('holds what went in (key in clear: %s)', (isKeyClear) => {
    const link = compressedLinkOf(PACK, isKeyClear) ?? '';
    expect(Object.fromEntries(readCompressedLink(link).elements)).toEqual(Object.fromEntries(PACK));
    expect(link.includes('/01/06901234000009')).toBe(isKeyClear);
  });

  test('keeps stem, pairs of others and fragment', () => {
    const packed = compressedLink(LINK, false, 'current') ?? '';
    expect(packed).toMatch(/^https:\/\/id\.example\.org\/shop\/[-\w]+\?from=box#top$/);
    expect(decompressedLink(packed, 'current', {})).toBe(LINK);
  });

  test.each([
    'https://id.example.org/about',
    'https://id.example.org/01/06901234000009/',
    'https://id.example.org/AQ',
    'https://id.example.org/____________',
    `https://id.example.org/${'A'.repeat(3_000)}`,
    'no link',
  ])('%.40s is none', (text) => {
    expect(readCompressedLink(text).problems).toEqual([{ kind: 'link', ai: '', detail: 'compressed' }]);
  });

  test('survives any values', () => {
    const value = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
    fc.assert(
      fc.property(value, value, fc.boolean(), (lot, serial, isKeyClear) => {
        const elements = [['01', '06901234000009'] as const, ['10', lot] as const, ['21', serial] as const];
        const { elements: read } = readCompressedLink(compressedLinkOf(elements, isKeyClear) ?? '');
        expect(Object.fromEntries(read)).toEqual(Object.fromEntries(elements));
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        readCompressedLink(`https://a.org/${text.replaceAll('+', '-').replaceAll('/', '_')}`);
      }),
    );
  });
});
