import { t } from '../texts/texts.js';
import { stateWord, timeWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import { goodsLine, type Reference, type Trip } from './reference.js';

const fact = (label: string, value: string): HTMLElement =>
  h('p', {}, h('span', { class: 'quiet' }, `${label} `), value);

/** What a trip is: from where to where, who has it, since when, and what is on it. */
export const tripFacts = (trip: Trip, reference: Reference): HTMLElement => {
  const name = (enterprise: string): string => reference.names[enterprise] ?? enterprise;
  const stop = (enterprise: string, gln: string): string => {
    const site = reference.sites[gln];
    return site === undefined ? name(enterprise) : `${name(enterprise)}, ${site}`;
  };
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, `${t('note')} ${trip.noteNo}`),
    h('p', { class: 'state' }, stateWord(trip.state)),
    fact(t('from'), stop(trip.consignor, trip.from)),
    fact(t('to'), stop(trip.consignee, trip.to)),
    fact(t('holder'), name(trip.holder)),
    trip.lastHandOver !== null && fact(t('handedOver'), timeWord(trip.lastHandOver.at)),
    trip.arrival !== null && fact(t('arrivedAt'), timeWord(trip.arrival.at)),
    trip.seals.length > 0 && fact(t('seals'), trip.seals.join(', ')),
    h('h3', {}, t('lines')),
    ...trip.lines.map((line) => h('p', {}, goodsLine(line, reference))),
  );
};
