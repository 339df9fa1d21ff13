import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HolderTotals } from './holder-totals.js';

interface Entry {
  readonly batch: number;
  readonly holder: string;
  readonly unit: string;
  readonly millionths: bigint;
}

const entry = fc.record<Entry>({
  batch: fc.nat(3_000),
  holder: fc.constantFrom('a', 'b', 'c'),
  unit: fc.constantFrom('KGM', 'H87'),
  millionths: fc.bigInt(-(10n ** 15n), 10n ** 15n),
});

/** The plain way: one exact sum a holder and unit. */
const plainSum = (entries: readonly Entry[], batches: ReadonlySet<number>): Record<string, bigint> => {
  const sums: Record<string, bigint> = {};
  for (const { batch, holder, unit, millionths } of entries) {
    if (!batches.has(batch)) continue;
    sums[`${holder} ${unit}`] = (sums[`${holder} ${unit}`] ?? 0n) + millionths;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
};

describe('totals by holder', () => {
  it('are exact sums over the batches asked for', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), fc.uniqueArray(fc.nat(3_000)), (entries, batches) => {
        const totals = new HolderTotals();
        for (const { batch, holder, unit, millionths } of entries)
          totals.add(batch, holder, unit, millionths);
        const sums = totals.sum(batches).map((each) => [`${each.holder} ${each.unit}`, each.millionths]);
        expect(Object.fromEntries(sums)).toEqual(plainSum(entries, new Set(batches)));
      }),
    );
  });

  it('name the largest holder first and leave out what does not count', () => {
    const totals = new HolderTotals();
    totals.add(0, 'small', 'KGM', 1n);
    totals.add(0, 'large', 'KGM', 9_000_000_000_000_001n);
    totals.add(1, 'small', 'KGM', 1n);
    expect(totals.sum([0, 1]).map(({ holder, millionths }) => [holder, millionths])).toEqual([
      ['large', 9_000_000_000_000_001n],
      ['small', 2n],
    ]);
    expect(totals.sum([0, 1], (batch) => (batch === 1 ? 'small' : 'nobody'))).toEqual([
      { holder: 'small', unit: 'KGM', millionths: 1n },
    ]);
  });
});
