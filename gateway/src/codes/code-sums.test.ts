import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumsOf, totalOf } from './code-sums.js';

const commission = fc
  .tuple(fc.nat(400), fc.nat(300), fc.nat(300))
  .map(([used, rejected, destroyed]) => ({ issued: 1_000, used, rejected, destroyed }));

test('codes add up, whatever becomes of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.option(commission, { nil: undefined }), fc.nat(1_000))), (runs) => {
      const sums = totalOf(runs.map(([each, printed]) => sumsOf(1, each, printed)));
      const { reserved, free, used, rejected, destroyed, unused, printed, unprinted } = sums;
      expect(free + used + rejected + destroyed + unused).toBe(reserved);
      expect(printed + unprinted).toBe(reserved);
      expect(reserved).toBe(1_000 * runs.length);
    }),
  );
});
