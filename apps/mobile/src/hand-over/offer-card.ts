import { goodsLine, type Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { refusalWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import type { OfferMessage } from './messages.js';

/** What is offered, with the words of the trip where this phone knows it. */
export const offerCard = (reference: Reference, offer: OfferMessage): HTMLElement => {
  const trip = reference.trips.find(({ shipment }) => shipment === offer.s);
  const lines = offer.c.map((counted) => {
    const unit = trip?.lines.find(({ batch }) => batch === counted.batch)?.unit;
    return h('p', {}, goodsLine(unit === undefined ? counted : { ...counted, unit }, reference));
  });
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, reference.names[offer.g.e] ?? offer.g.e),
    trip !== undefined && h('p', {}, `${t('note')} ${trip.noteNo}`),
    offer.w !== null && h('p', { class: 'state refused' }, `${t('refuse')}: ${refusalWord(offer.w.r)}`),
    ...lines,
    offer.e.length > 0 && h('p', {}, `${t('seals')}: ${String(offer.e.length)}`),
  );
};
