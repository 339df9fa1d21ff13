import { describe, expect, it } from '@jest/globals';
import { askedEpc } from './asked-epc.js';

const PACK = 'https://id.gs1.org/01/16901234000006/21/D0C1';
const LOT = 'https://id.gs1.org/01/16901234000006/10/L7';

describe('what was typed or scanned', () => {
  it.each([
    ['an element string in brackets', '(01)16901234000006(10)L7(21)D0C1', PACK],
    ['a scan with FNC1', ']d2011690123400000610L7\u001d21D0C1', PACK],
    ['a Digital Link of a firm', 'https://firm.example/01/16901234000006/10/L7/21/D0C1?17=291231', PACK],
    ['a URN as it is', 'urn:epc:id:sgtin:6901234.100000.D0C1', 'urn:epc:id:sgtin:6901234.100000.D0C1'],
    ['a pattern', 'urn:epc:idpat:sgtin:6901234.100000.*', 'urn:epc:idpat:sgtin:6901234.100000.*'],
    ['a pallet', '(00)069012340000000177', 'https://id.gs1.org/00/069012340000000177'],
    [
      'a code by the digest that the ledger has',
      `urn:yaosu:c:${'a'.repeat(64)}`,
      `urn:yaosu:c:${'a'.repeat(64)}`,
    ],
    ['a URI of somebody’s own', 'https://firm.example/totes/17', 'https://firm.example/totes/17'],
  ])('%s is looked for among identifiers', (_, text, value) => {
    expect(askedEpc(`  ${text} `)).toEqual({ parameter: 'MATCH_anyEPC', value });
  });

  it.each([
    ['a lot', '(01)16901234000006(10)L7', LOT],
    ['a product', '16901234000006', 'https://id.gs1.org/01/16901234000006'],
    ['a lot’s URN', 'urn:epc:class:lgtin:6901234.100000.L7', 'urn:epc:class:lgtin:6901234.100000.L7'],
  ])('%s is looked for among classes', (_, text, value) => {
    expect(askedEpc(text)).toEqual({ parameter: 'MATCH_anyEPCClass', value });
  });

  it.each([
    ['a wrong check digit', '(01)16901234000005(21)D0C1', 'checkDigit'],
    ['words', 'the blue pallet', 'noCode'],
  ])('%s names nothing, and why is said', (_, text, problem) => {
    expect(askedEpc(text)).toEqual({ problems: expect.arrayContaining([problem]) });
  });
});
