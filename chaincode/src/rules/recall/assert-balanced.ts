import { YaosuError } from '../../model/kernel/errors.js';
import { toMillionths } from '../../model/kernel/quantity.js';
import type { RecallCount } from '../../model/recall/schemas.js';

/** received = on hand + in transit + forwarded + returned + destroyed + used + lost + unaccounted. @throws RECALL_COUNT_UNBALANCED */
export const assertBalanced = (count: RecallCount): void => {
  const { onHand, inTransit, forwarded, returned, destroyed, used, lost, unaccounted } = count;
  const parts = [onHand, inTransit, forwarded, returned, destroyed, used, lost, unaccounted];
  const sum = parts.reduce((total, part) => total + toMillionths(part), 0n);
  if (sum !== toMillionths(count.received))
    throw new YaosuError('RECALL_COUNT_UNBALANCED', { batch: count.batch });
};
