import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import type { Day } from '../shipments/reference.js';
import type { OfferMessage } from './messages.js';

/** What the other side's key is, as far as this phone knows; `self` is another key of the same person. */
export type Standing = 'known' | 'unknown' | 'wrong' | 'self';

/** Whether a key speaks for the firm that its holder names, and for somebody else than who uses this phone. */
export const standingOf = (
  { e, k }: OfferMessage['g'],
  { keys }: Pick<Day, 'keys'>,
  { person, key }: Pick<DeviceSession, 'person' | 'key'>,
): Standing => {
  if (k === key.kid) return 'self';
  const known = keys[k];
  if (known === undefined) return 'unknown';
  if (known.enterprise !== e || known.isRevoked) return 'wrong';
  return known.person !== null && known.person === person ? 'self' : 'known';
};

/** Standings with which nobody signs → name of the sentence. */
export const UNFIT = { wrong: 'keyWrong', self: 'samePerson' } as const;
/** Whether nobody signs with such a key. */
export const isUnfit = (standing: Standing): standing is keyof typeof UNFIT => standing in UNFIT;
