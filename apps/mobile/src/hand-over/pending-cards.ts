import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import type { Reference } from '../shipments/reference.js';
import { forgetPending, pendingTakes } from './pending.js';

/** One card for each hand-over that waits for the other side's signature. */
export const pendingCards = async ({ trips, names }: Reference, done: () => void): Promise<HTMLElement[]> =>
  (await pendingTakes()).map(({ offer }) => {
    const noteNo = trips.find(({ shipment }) => shipment === offer.s)?.noteNo ?? offer.s.slice(0, 8);
    const giveUp = async (): Promise<void> => {
      await forgetPending(offer.n);
      done();
    };
    return h(
      'div',
      { class: 'card', role: 'status' },
      h('h3', {}, `${t('take')} ${noteNo} · ${names[offer.g.e] ?? offer.g.e}`),
      h('p', { class: 'state onDevice' }, t('oneSided')),
      h('a', { class: 'button', attributes: { href: `#/take/${offer.n}` } }, t('goOn')),
      h('button', { class: 'plain', onClick: giveUp }, t('giveUp')),
    );
  });
