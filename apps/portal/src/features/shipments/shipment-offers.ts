/** Acts on a shipment, with what its page knows for their forms. */
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import {
  SHIPMENT_STEPS,
  type ShipmentState,
  type ShipmentStep,
} from '@yaosu/chaincode/model/shipment/states';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { LOGGERS_ON_BOARD, OFFER_ACTS, type OfferState } from '@yaosu/chaincode/model/telemetry/states';
import { unreportedLoggers } from '@yaosu/chaincode/rules/telemetry/logger-report';
import type { Offer } from '../../ui/act-links.js';
import type { NeededGrant } from './use-needed-grants.js';

const isNext = (step: ShipmentStep, state: ShipmentState): boolean =>
  (SHIPMENT_STEPS[step] as readonly ShipmentState[]).includes(state);

/** States in which a consignee still waits for goods. */
const TO_COME: readonly ShipmentState[] = ['ready', ...SHIPMENT_STEPS.handOver, ...SHIPMENT_STEPS.receive];

const loadOffer = (
  { shipment, from, returns, lines, seals }: ShipmentRecord,
  grants: readonly NeededGrant[],
): Offer => ({
  act: HEADS.Shipment.load,
  fixed: { shipment, site: from, returns },
  start: { lines: lines.map((line) => ({ ...line, status: 'acceptable' })), seals, grants },
});

type Step = readonly [ShipmentStep, Offer];

/** Where its load goes, a consignor alone says. */
const redirectSteps = (
  { shipment, consignor, consignee, to }: ShipmentRecord,
  own: string,
): readonly Step[] => {
  if (own !== consignor) return [];
  const sites = { of: consignee, but: to };
  return [['redirect', { act: HEADS.Shipment.redirect, fixed: { shipment }, sites }]];
};

/** Whether somebody of a firm may still take a load over: it is coming to its consignee, or refused goods come home. */
export const isExpected = ({ state, consignee, consignor }: ShipmentRecord, own: string): boolean =>
  state === 'refused' ? own === consignor : own === consignee && TO_COME.includes(state);

/** The steps that the shipment's state allows. */
export const shipmentOffers = (
  record: ShipmentRecord,
  { own, grants }: { readonly own: string; readonly grants: readonly NeededGrant[] },
): readonly Offer[] => {
  const { shipment, state, to, order } = record;
  const steps: readonly Step[] = [
    ['load', loadOffer(record, grants)],
    ...redirectSteps(record, own),
    ['handOver', { act: HEADS.Shipment.handOver }],
    ['arrive', { act: HEADS.Shipment.arrive, fixed: { shipment }, start: { site: to } }],
    ['receive', { act: HEADS.Shipment.receive }],
    ['refuse', { act: HEADS.Shipment.refuse }],
  ];
  return [
    ...steps.filter(([step]) => isNext(step, state)).map(([, offer]) => offer),
    ...(order !== null && state === 'loaded'
      ? [{ act: HEADS.Order.shipNotice, fixed: { order, shipment }, start: { lines: record.lines } }]
      : []),
  ];
};

/** Where goods wait to be booked in: at the door that took them, or a part of them before the rest was sent elsewhere. */
const doorOf = ({ state, to, consignee, redirects, lastHandOver }: ShipmentRecord): string | undefined => {
  if (state === 'received' || state === 'partlyReceived') return to;
  return lastHandOver?.taker.enterprise === consignee ? redirects.at(-1)?.from : undefined;
};

/** Booking the goods of a received shipment into stock, line by line. */
export const bookingOffers = (
  record: ShipmentRecord,
  { batch, unit, quantity }: ShipmentRecord['lines'][number],
): readonly Offer[] => {
  const site = doorOf(record);
  if (site === undefined) return [];
  const fixed = { shipment: record.shipment, batch, unit };
  return [{ act: HEADS.Stock.receive, fixed, start: { site, quantity, into: null } }];
};

/** That a logger on board is lost or faulty, as long as one is left that nobody has reported. */
export const reportOffers = (
  { shipment, state, loggers }: ShipmentRecord,
  excursions: readonly ExcursionRecord[],
): readonly Offer[] => {
  const onBoard: readonly ShipmentState[] = LOGGERS_ON_BOARD;
  const left = unreportedLoggers(loggers, excursions);
  if (!onBoard.includes(state) || left.length === 0) return [];
  // Of several, the form asks which one, by what is printed on it.
  const fixed = { shipment, ...(left.length === 1 ? { logger: left[0] } : {}) };
  return [{ act: HEADS.Telemetry.reportLogger, fixed }];
};

/** What may be done about an excursion. */
export const excursionOffers = ({
  shipment,
  episode,
  offers,
  disposition,
}: ExcursionRecord): readonly Offer[] => {
  const fixed = { shipment, episode };
  const last = offers.at(-1)?.state;
  const may = (states: readonly OfferState[]): boolean => last !== undefined && states.includes(last);
  const { acknowledge, acceptContingency, declineContingency, executed } = OFFER_ACTS;
  return [
    ...(may(acknowledge) ? [{ act: HEADS.Telemetry.acknowledge, fixed }] : []),
    ...(may(acceptContingency) ? [{ act: HEADS.Telemetry.acceptContingency, fixed }] : []),
    ...(may(declineContingency) ? [{ act: HEADS.Telemetry.declineContingency, fixed }] : []),
    ...(may(executed) ? [{ act: HEADS.Telemetry.executed, fixed }] : []),
    ...(disposition === null ? [{ act: HEADS.Telemetry.dispose, fixed }] : []),
  ];
};
