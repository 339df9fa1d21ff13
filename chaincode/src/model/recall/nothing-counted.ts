import type { RecallCount } from './schemas.js';

/** A count of nothing: what a holder does not name is none. */
export const NOTHING_COUNTED = {
  received: '0',
  onHand: '0',
  inTransit: '0',
  forwarded: '0',
  returned: '0',
  destroyed: '0',
  used: '0',
  lost: '0',
  unaccounted: '0',
} as const satisfies Omit<RecallCount, 'batch' | 'unit'>;
