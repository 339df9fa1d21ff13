import { t } from '../texts/texts.js';
import { h } from './h.js';

/** The tabs of the app; the page that is open is marked. */
export const tabs = (path: string): HTMLElement => {
  const tab = (href: string, text: string): HTMLElement =>
    h('a', { attributes: { href, ...(href === `#/${path}` ? { 'aria-current': 'page' } : {}) } }, text);
  return h('nav', {}, tab('#/', t('home')), tab('#/scan', t('scan')), tab('#/outbox', t('outbox')));
};
