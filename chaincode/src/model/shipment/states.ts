/** States of shipments, what they are for, and the contingencies they may name. */
import { PURPOSES, type Purpose } from '../stock/states.js';

/** A shipment's way (domain page, "Shipment and trip"). */
export const SHIPMENT_STATES = [
  'draft',
  'ready',
  'loaded',
  'inTransit',
  'arrived',
  'received',
  'partlyReceived',
  'refused',
  'returning',
  'returned',
  'lost',
  'closed',
] as const;
/** One of {@link SHIPMENT_STATES}. */
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

/** Act → states that it starts from, the one table of a shipment's way. */
export const SHIPMENT_STEPS = {
  load: ['ready'],
  handOver: ['loaded', 'inTransit', 'arrived', 'refused'],
  arrive: ['inTransit'],
  receive: ['inTransit', 'arrived', 'partlyReceived'],
  refuse: ['inTransit', 'arrived', 'partlyReceived'],
  redirect: ['inTransit', 'arrived', 'refused', 'partlyReceived'],
} as const satisfies Readonly<Record<string, readonly ShipmentState[]>>;
/** An act on a shipment that is there. */
export type ShipmentStep = keyof typeof SHIPMENT_STEPS;

/** Steps that a driver can sign alone for a side that has no phone. */
export const OFFERED_STEPS = ['handOver', 'receive', 'refuse'] as const satisfies readonly ShipmentStep[];

/** What became of an offer: it waits, the other side has signed it, or the load went on otherwise. */
export const SHIPMENT_OFFER_STATES = ['open', 'signed', 'overtaken'] as const;
/** Hours that an offer can be signed by the other side; a fact that comes later is reviewed in any case. */
export const OFFER_HOURS = 72;

/** What a shipment may be for: all purposes but use, which is no journey. */
export const SHIPMENT_PURPOSES = PURPOSES.filter((purpose) => purpose !== 'use');

/** Purposes that make the goods the consignee's, who has to be licensed for them. */
export const SALE_PURPOSES: readonly Purpose[] = ['sale', 'dispense'];

/** Purposes under which goods come back: they are booked as returned (退货). */
export const RETURN_PURPOSES: readonly Purpose[] = ['customerReturn', 'recallReturn'];

/** Why a consignee refuses a load. */
export const REFUSAL_REASONS = [
  'damaged',
  'temperature',
  'quantity',
  'papers',
  'wrongGoods',
  'expiry',
  'sealBroken',
] as const;

/** States from which a load comes home on another shipment, its return. */
export const RETURNABLE: readonly ShipmentState[] = ['refused', 'partlyReceived'];

/** Why a load is sent to another site of its consignee (改送). */
export const REDIRECT_REASONS = ['refused', 'siteClosed', 'siteFull', 'blockedRoad', 'wrongAddress'] as const;

/** What can be offered when the cold chain breaks, fixed and signed when the shipment is created. */
export const CONTINGENCY_KINDS = [
  'backupTruck',
  'qualifiedWarehouse',
  'otherRoute',
  'emergencyStock',
] as const;
