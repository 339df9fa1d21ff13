import { YaosuError } from '../../model/kernel/errors.js';
import type { Weights } from '../../model/waste/schemas.js';
import { weighsAlike } from './weight-tolerance.js';

/** Exact sum of grams. */
export const sumOfGrams = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();

/** Net is gross less tare. @throws WASTE_WEIGHT_WRONG */
export const assertWeights = ({ gross, tare, net }: Weights): void => {
  if (BigInt(gross) - BigInt(tare) !== BigInt(net)) throw new YaosuError('WASTE_WEIGHT_WRONG', { net });
};

/**
 * A drum is sealed with the tare that it was opened with and the weight that was filled in.
 * @throws WASTE_WEIGHT_WRONG, WASTE_WEIGHT_DIFFERS
 */
export const assertFillsFit = (found: Weights, tare: string, fills: readonly string[], at: string): void => {
  assertWeights(found);
  if (found.tare !== tare) throw new YaosuError('WASTE_WEIGHT_WRONG', { tare });
  const filled = sumOfGrams(fills);
  if (!weighsAlike(filled, found.net, at)) throw new YaosuError('WASTE_WEIGHT_DIFFERS', { filled });
};
