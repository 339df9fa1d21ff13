import { describe, expect, test } from '@jest/globals';
import { carriedProduct, conflictsOf, type CarriedProduct, type ConflictKind } from './alias-conflicts.js';

const GTIN = '06901234000009';
const gtin = (value: string): CarriedProduct => ({ scheme: 'gtin', value });
const trace = (value: string): CarriedProduct => ({ scheme: 'traceCode', value });

describe('the product of a second code', () => {
  test.each([
    ['a pack', `01${GTIN}21ABC`, gtin(GTIN)],
    ['a trace code', '81234567890123456789', trace('8123456')],
    ['a handle', '88.123.4567/ABC', undefined],
    ["a firm's own code", 'PACK-0001', undefined],
  ])('of %s', (_, text, product) => {
    expect(carriedProduct(text)).toEqual(product);
  });
});

describe('a second code of `maker`', () => {
  type Row = readonly [string, CarriedProduct | undefined, Parameters<typeof conflictsOf>[1], ConflictKind[]];
  const none = undefined;
  const rows: readonly Row[] = [
    ['another of its own', none, { by: 'alias', enterprise: 'maker', product: none }, []],
    ["another firm's", none, { by: 'alias', enterprise: 'rival', product: none }, ['twoFirms']],
    ['one of the same product', gtin('1'), { by: 'alias', enterprise: 'maker', product: gtin('1') }, []],
    [
      'one of another product',
      gtin('1'),
      { by: 'alias', enterprise: 'maker', product: gtin('2') },
      ['otherProduct'],
    ],
    [
      'one of another product and firm',
      trace('1'),
      { by: 'alias', enterprise: 'rival', product: trace('2') },
      ['twoFirms', 'otherProduct'],
    ],
    ['one of another scheme', gtin('1'), { by: 'alias', enterprise: 'maker', product: trace('2') }, []],
    [
      'an object of the same product',
      gtin('1'),
      { by: 'object', enterprise: 'maker', product: gtin('1') },
      [],
    ],
    [
      'an object of another product',
      gtin('1'),
      { by: 'object', enterprise: 'maker', product: gtin('2') },
      ['otherProduct'],
    ],
    ['an object of an unknown one', gtin('1'), { by: 'object', enterprise: 'maker', product: none }, []],
    ['its own list', none, { by: 'list', enterprise: 'maker', product: none }, ['onAList']],
    ["another firm's list", gtin('1'), { by: 'list', enterprise: 'rival', product: gtin('2') }, ['onAList']],
    ['an event of its own', none, { by: 'event', enterprise: 'maker', product: none }, []],
    [
      "another firm's event",
      none,
      { by: 'event', enterprise: 'rival', product: none },
      ['reportedByAnother'],
    ],
  ];
  test.each(rows)('and %s', (_, product, other, kinds) => {
    expect(conflictsOf({ enterprise: 'maker', product }, other)).toEqual(kinds);
  });
});
