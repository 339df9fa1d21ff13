import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

/** Both have signed; the way to where it stands. */
export const doneWords = (): HTMLElement[] => [
  h('p', { class: 'state onLedger', role: 'status' }, t('done')),
  h('a', { class: 'button plain', attributes: { href: '#/outbox' } }, t('toOutbox')),
];
