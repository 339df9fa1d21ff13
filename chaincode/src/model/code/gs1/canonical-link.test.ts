import { describe, expect, test } from '@jest/globals';
import { canonicalLink } from './canonical-link.js';

describe('the canonical link of an identifier', () => {
  test.each([
    ['a GTIN with serial', 'urn:epc:id:sgtin:6901234.100000.A-1', '/01/16901234000006/21/A-1'],
    [
      'escapes of a serial',
      "urn:epc:id:sgtin:6901234.100000.a%2Fb!(*)'",
      "/01/16901234000006/21/a%2Fb%21%28%2A%29'",
    ],
    ['a full stop in a serial', 'urn:epc:id:sgtin:6901234.100000.a.b', '/01/16901234000006/21/a.b'],
    ['a lot', 'urn:epc:class:lgtin:6901234.100000.L7', '/01/16901234000006/10/L7'],
    ['a class', 'urn:epc:idpat:sgtin:6901234.100000.*', '/01/16901234000006'],
    ['a pallet', 'urn:epc:id:sscc:6901234.0000000017', '/00/069012340000000177'],
    ['a place', 'urn:epc:id:sgln:6901234.00001.0', '/414/6901234000016'],
    ['a room of a place', 'urn:epc:id:sgln:6901234.00001.R1', '/414/6901234000016/254/R1'],
    ['a prefix that leaves no reference', 'urn:epc:id:pgln:690123400001.', '/417/6901234000016'],
    ['an asset', 'urn:epc:id:grai:6901234.00001.77', '/8003/0690123400001677'],
    ['a part', 'urn:epc:id:cpi:6901234.P%2F1.9', '/8010/6901234P%2F1/8011/9'],
    [
      'another resolver',
      'https://example.com/x/01/16901234000006/21/A-1?17=261231',
      '/01/16901234000006/21/A-1',
    ],
    ['names in place of AIs', 'http://example.com/gtin/16901234000006/lot/L7', '/01/16901234000006/10/L7'],
    [
      'the finest key only',
      'https://id.gs1.org/01/16901234000006/22/V/10/L7/21/A-1',
      '/01/16901234000006/21/A-1',
    ],
    ['a GTIN-12', 'https://id.gs1.org/01/690123400000', '/01/00690123400000'],
  ])('%s', (_, uri, path) => {
    expect(canonicalLink(uri)).toBe(`https://id.gs1.org${path}`);
    expect(canonicalLink(`https://id.gs1.org${path}`)).toBe(`https://id.gs1.org${path}`);
  });

  test.each([
    ['too few digits', 'urn:epc:id:sgtin:690123.100000.1'],
    ['no serial', 'urn:epc:id:sgtin:6901234.100000.'],
    ['a pattern of many classes', 'urn:epc:idpat:sgtin:6901234.*.*'],
    ['an unknown scheme', 'urn:epc:id:nothing:6901234.1'],
    ['a wrong escape', 'urn:epc:id:sgtin:6901234.100000.%G1'],
    ['a page', 'https://example.com/01/news'],
    ['a key that is too short', 'https://example.com/8006/16901234000006'],
    ['another kind of URI', 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8'],
    ['no URI', '42'],
  ])('none for %s', (_, uri) => {
    expect(canonicalLink(uri)).toBeUndefined();
  });
});
