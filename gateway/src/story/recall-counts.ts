/** Counts of holders in a recall: what is not named is none. */
const NONE = {
  received: '0',
  onHand: '0',
  inTransit: '0',
  forwarded: '0',
  returned: '0',
  destroyed: '0',
  used: '0',
  lost: '0',
  unaccounted: '0',
} as const;

/** A count of a batch of packs. */
export const countOf = (
  batch: string,
  counted: Partial<Record<keyof typeof NONE, string>>,
): Record<string, unknown> => ({
  batch,
  unit: 'H87',
  ...NONE,
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
