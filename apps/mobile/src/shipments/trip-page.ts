/** A trip: what is on it, who has it, and what this person may do. */
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { RETURNABLE, SHIPMENT_STEPS } from '@yaosu/chaincode/model/shipment/states';
import { signOwn } from '@yaosu/identity/keys/own-command';
import { loadOfTrip } from '../incident/load-of.js';
import { reportLink } from '../incident/report-link.js';
import { reportable } from '../logger/report-page.js';
import type { Outbox } from '../outbox/outbox.js';
import { t } from '../texts/texts.js';
import { excursionWord, timeWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';
import { offerWaits } from '../hand-over/offer-waits.js';
import { asOfLine } from './as-of-line.js';
import type { Reference, Trip } from './reference.js';
import { redirectCards } from './redirect-lines.js';
import { tripFacts } from './trip-facts.js';

/** The driver's word that the load has arrived at the consignee's site. */
const arrive = async (session: DeviceSession, outbox: Outbox, trip: Trip): Promise<void> => {
  const leadOn = leadingTo('#/outbox');
  const payload = { shipment: trip.shipment, site: trip.to };
  const envelope = await signOwn(session, { act: shipmentActs.arrive, payload, seenHash: null });
  await outbox.add(`${t('arrived')} ${trip.noteNo}`, envelope);
  leadOn();
};

const link = (href: string, text: string, kind = 'button'): HTMLElement =>
  h('a', { class: kind, attributes: { href } }, text);

const { handOver, receive, refuse } = SHIPMENT_STEPS;
/** States in which the load may go from one hand to another. */
const MOVING: readonly Trip['state'][] = [...handOver, ...receive, ...refuse];

/** Custody: who has the load may give it, everybody else that it concerns may take it. */
const custodyOf = (trip: Trip, isHolder: boolean): HTMLElement[] => {
  if (!MOVING.includes(trip.state)) return [];
  return [isHolder ? link(`#/give/${trip.shipment}`, t('give')) : link('#/take', t('take'))];
};

/** Why the load is pending, each doubt with its time. */
const pendingFor = ({ shipment }: Trip, { doubts }: Reference): HTMLElement =>
  h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', {}, t('pending')),
    ...doubts
      .filter((doubt) => doubt.shipment === shipment && doubt.isOpen)
      .map(({ kind, openedAt }) => h('p', {}, `${excursionWord(kind)} · ${timeWord(openedAt)}`)),
  );

/** Whoever stands at a door with a load that was not taken, or not wholly, waits for where it goes now. */
const mayBeRedirected = ({ enterprise }: DeviceSession, { holder, state }: Trip): boolean =>
  holder === enterprise && RETURNABLE.includes(state);

const actsOf = (session: DeviceSession, outbox: Outbox, trip: Trip, reference: Reference): HTMLElement[] => {
  const isHolder = trip.holder === session.enterprise;
  const mayArrive = isHolder && trip.state === 'inTransit' && session.functions.includes('driver');
  const arrived = h('button', { class: 'plain', onClick: () => arrive(session, outbox, trip) }, t('arrived'));
  const upload = link(`#/logger/${trip.shipment}`, t('logger'), 'button plain');
  const report = link(`#/report/${trip.shipment}`, t('reportLogger'), 'button plain');
  return [
    ...custodyOf(trip, isHolder),
    ...(mayArrive ? [arrived] : []),
    ...(trip.profile === null ? [] : [upload]),
    ...(reportable(session, trip, reference).length === 0 ? [] : [report]),
  ];
};

/** The page of a trip. */
export const tripPage = (
  session: DeviceSession,
  outbox: Outbox,
  trip: Trip,
  reference: Reference,
): HTMLElement => {
  const acts = actsOf(session, outbox, trip, reference);
  return h(
    'section',
    {},
    asOfLine(reference.asOf),
    reference.ahead.has(trip.shipment) && h('p', { class: 'state onDevice' }, t('ahead')),
    trip.condition === 'pending' && pendingFor(trip, reference),
    offerWaits(trip),
    ...redirectCards(trip, reference),
    tripFacts(trip, reference),
    h('h2', {}, t('next')),
    mayBeRedirected(session, trip) && h('p', { class: 'quiet' }, t('redirectHint')),
    ...(acts.length === 0 ? [h('p', { class: 'quiet' }, t('nothingNext'))] : acts),
    reportLink(session, loadOfTrip(session, trip, reference)),
  );
};
