/** When an open phone asks for its PIN again, and where a person finds how to set one. */
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { hasLock, onLockSet } from './lock.js';

/** How long the app may be out of sight. */
const AWAY_MS = 5 * 60_000;

let leftAt: number | undefined;

/** What a phone that was put away for a while knew is forgotten with the page. */
const lockAfterAbsence = async (): Promise<void> => {
  if (document.hidden) {
    leftAt = Date.now();
    return;
  }
  const isLong = leftAt !== undefined && Math.abs(Date.now() - leftAt) >= AWAY_MS;
  if (isLong && (await hasLock())) location.reload();
};

/** Asks for the PIN after five minutes out of sight, and when another window has set one. */
export const watchLock = (): void => {
  onLockSet(() => location.reload());
  document.addEventListener('visibilitychange', () => void lockAfterAbsence());
};

/** The way to a PIN; null on a phone that has one. */
export const lockLink = async (): Promise<HTMLElement | null> =>
  (await hasLock()) ? null : h('a', { class: 'button plain', attributes: { href: '#/lock' } }, t('setLock'));
