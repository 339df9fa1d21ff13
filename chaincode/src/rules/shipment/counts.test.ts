import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fromMillionths } from '../../model/kernel/quantity.js';
import { sameGoods, shareOut } from './counts.js';

const amount = fc.bigInt(0n, 20_000_000n);
const batch = fc.constantFrom('a', 'b', 'c');
const goods = fc.array(fc.record({ batch, quantity: amount.map(fromMillionths) }), { maxLength: 8 });

describe('counting a load', () => {
  test.each([
    ['one list and itself', [{ batch: 'a', quantity: '1.5' }], [{ batch: 'a', quantity: '1.5' }], true],
    [
      'parts and their sum',
      [
        { batch: 'a', quantity: '0.1' },
        { batch: 'a', quantity: '0.2' },
      ],
      [{ batch: 'a', quantity: '0.3' }],
      true,
    ],
    ['nothing of a batch and no word of it', [{ batch: 'a', quantity: '0' }], [], true],
    [
      'a batch that the other has not',
      [{ batch: 'a', quantity: '1' }],
      [{ batch: 'b', quantity: '1' }],
      false,
    ],
    ['a millionth', [{ batch: 'a', quantity: '1' }], [{ batch: 'a', quantity: '1.000001' }], false],
  ])('%s', (_, a, b, same) => {
    expect(sameGoods(a, b)).toBe(same);
  });

  test('nothing is lost and nothing is made: of each parcel, arrived and missing are what was loaded', () => {
    fc.assert(
      fc.property(goods, goods, (parcels, counts) => {
        const counted = [...new Map(counts.map((each) => [each.batch, each])).values()];
        const shared = shareOut(parcels, counted);
        expect(shared.map(({ parcel }) => parcel)).toEqual(parcels);
        for (const { parcel, arrived, missing } of shared) {
          expect(fromMillionths(arrived + missing)).toBe(parcel.quantity);
          expect(arrived >= 0n && missing >= 0n).toBe(true);
        }
        const asCounted = sameGoods(
          shared.map(({ parcel, arrived }) => ({ ...parcel, quantity: fromMillionths(arrived) })),
          counted,
        );
        const all = shared.every(({ missing }) => missing === 0n);
        expect(sameGoods(parcels, counted)).toBe(all && asCounted);
      }),
    );
  });
});
