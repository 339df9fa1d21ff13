/** Counts and responses of holders in a recall. */
import { NOTHING_COUNTED } from '@yaosu/chaincode/model/recall/nothing-counted';

/** A count of a batch of packs. */
export const countOf = (
  batch: string,
  counted: Partial<Record<keyof typeof NOTHING_COUNTED, string>>,
): Record<string, unknown> => ({
  batch,
  unit: 'H87',
  ...NOTHING_COUNTED,
  ...counted,
});

/** A response 反馈 with these counts. */
export const responseOf = (
  investigation: string,
  counts: readonly Record<string, unknown>[],
): Record<string, unknown> => ({
  investigation,
  stage: 'counted',
  informed: { of: 1, count: 1 },
  counts,
});
