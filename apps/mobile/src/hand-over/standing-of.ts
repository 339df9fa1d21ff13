import type { KnownKey } from '../shipments/reference.js';
import type { OfferMessage } from './messages.js';

/** Whether a key speaks for the firm that its holder names, as far as this phone knows. */
export const standingOf = (
  { e, k }: OfferMessage['g'],
  keys: Readonly<Record<string, KnownKey>>,
): 'known' | 'unknown' | 'wrong' => {
  const key = keys[k];
  if (key === undefined) return 'unknown';
  return key.enterprise === e && !key.isRevoked ? 'known' : 'wrong';
};
