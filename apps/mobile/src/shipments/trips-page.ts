import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { refill } from '../ui/refill.js';
import type { Outbox } from '../outbox/outbox.js';
import { pendingCards } from '../hand-over/pending-cards.js';
import { manifestCards } from '../waste/manifest-cards.js';
import { asOfLine } from './as-of-line.js';
import { knownReference, type Trip } from './reference.js';
import { tripCard } from './trip-card.js';

const ENDED: readonly Trip['state'][] = ['received', 'returned', 'closed', 'lost'];

/** Trips of this firm: what is under way first; shown at once from the phone, then as the gateway has them. */
export const tripsPage = (
  session: DeviceSession,
  outbox: Outbox,
  refresh: () => Promise<void>,
): HTMLElement => {
  const box = h('section', {}, h('p', { class: 'quiet' }, t('loading')));
  const show = async (): Promise<void> => {
    const reference = await knownReference(await outbox.all());
    const { trips, asOf } = reference;
    const underWay = trips.filter(({ state }) => !ENDED.includes(state));
    const ended = trips.filter(({ state }) => ENDED.includes(state));
    const cards = [
      ...manifestCards(session, reference),
      ...[...underWay, ...ended].map((trip) => tripCard(trip, reference)),
    ];
    const none = h('p', { class: 'quiet' }, t('noTrips'));
    const pending = await pendingCards(reference, () => void show());
    const safety = h('a', { class: 'button plain', attributes: { href: '#/safety' } }, t('safetyCard'));
    refill(box, [asOfLine(asOf), safety, ...pending, ...(cards.length === 0 ? [none] : cards)]);
  };
  const begin = async (): Promise<void> => {
    await show();
    await refresh().catch(() => undefined);
    await show();
  };
  void begin();
  return box;
};
