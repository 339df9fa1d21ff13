import { t } from '../texts/texts.js';
import { stateWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import { redirectOnCard } from './redirect-lines.js';
import type { Reference, Trip } from './reference.js';

/** A trip in a list. */
export const tripCard = (trip: Trip, reference: Pick<Reference, 'names' | 'sites'>): HTMLElement => {
  const name = (enterprise: string): string => reference.names[enterprise] ?? enterprise;
  return h(
    'a',
    { class: 'card', attributes: { href: `#/trip/${trip.shipment}` } },
    h('h3', {}, `${t('note')} ${trip.noteNo}`),
    h('p', {}, `${name(trip.consignor)} → ${name(trip.consignee)}`),
    ...redirectOnCard(trip, reference),
    h('p', { class: 'quiet' }, `${stateWord(trip.state)} · ${t('holder')} ${name(trip.holder)}`),
    trip.condition === 'pending' && h('p', { class: 'state refused' }, t('pending')),
  );
};
