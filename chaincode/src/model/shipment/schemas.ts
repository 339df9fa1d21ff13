/** Shipments: who sends what to whom, who has it now, and what was promised for the way. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { decimal, unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId, officialNumber, recordId, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { parcelRef } from '../stock/parcel-ref.js';
import { shipmentOffer } from './offer-schemas.js';
import {
  CONTINGENCY_KINDS,
  REDIRECT_REASONS,
  REFUSAL_REASONS,
  SHIPMENT_PURPOSES,
  SHIPMENT_STATES,
} from './states.js';

/** Parcels that one shipment may carry. */
export const MAX_PARCELS = 200;
/** Times that one shipment may be sent to another site. */
export const MAX_REDIRECTS = 8;

/** Goods of one batch on a shipment. */
export const shipmentLine = z.strictObject({ batch: batchId, quantity: decimal, unit });

/** A way out that is offered when an excursion is found, in this order. */
export const contingency = z.strictObject({
  kind: z.enum(CONTINGENCY_KINDS),
  enterprise: enterpriseId,
  /** The site that takes the goods; null where the goods stay on the road. */
  site: gln.nullable(),
});

const arrival = z.strictObject({ site: gln, at: instant });
const refusal = z.strictObject({ reason: z.enum(REFUSAL_REASONS), evidence: digest, at: instant });

/** That the load was sent to another site, and what the way to the one before had come to. */
export const shipmentRedirect = z.strictObject({
  from: gln,
  to: gln,
  reason: z.enum(REDIRECT_REASONS),
  at: instant,
  arrival: arrival.nullable(),
  refusal: refusal.nullable(),
});
/** A redirect of a shipment. */
export type ShipmentRedirect = z.infer<typeof shipmentRedirect>;

/** `ship~S` */
export const shipmentRecord = z.strictObject({
  ...recordBase,
  shipment: recordId,
  purpose: z.enum(SHIPMENT_PURPOSES),
  consignor: enterpriseId,
  from: gln,
  consignee: enterpriseId,
  to: gln,
  owner: enterpriseId,
  carrier: enterpriseId,
  /** Number of the 随货同行单, the note that accompanies the goods. */
  noteNo: officialNumber,
  /** Refused or partly received shipment whose goods this one brings back. */
  returns: recordId.nullable(),
  order: recordId.nullable(),
  trip: recordId.nullable(),
  lines: z.array(shipmentLine).min(1).max(40),
  seals: z.array(text(40)).max(10),
  /** Profile that readings are judged by; null for goods at room temperature without one. */
  profile: z.strictObject({ product: digest, edition: z.int().min(1) }).nullable(),
  loggers: z.array(digest).max(8),
  contingencies: z.array(contingency).max(8),
  state: z.enum(SHIPMENT_STATES),
  /** An excursion that the MAH's quality has not disposed of keeps the load pending (待处理). */
  condition: z.enum(['clear', 'pending']),
  holder: enterpriseId,
  /** Parcels on the way; those received are no longer named. */
  parcels: z.array(parcelRef).max(MAX_PARCELS),
  /** Digest of the leaf file of the serials on board. */
  leaves: digest.nullable(),
  loadedAt: instant.nullable(),
  handOvers: z.number().int().min(0),
  lastHandOver: z.strictObject({ giver: signedBy, taker: signedBy, at: instant }).nullable(),
  /** On the way to where it is sent now. */
  arrival: arrival.nullable(),
  refusal: refusal.nullable(),
  /** Shipments that were written before there were redirects have none. */
  redirects: z.array(shipmentRedirect).max(MAX_REDIRECTS).default([]),
  /** The hand-over that its giver has signed alone, and what became of it. */
  offer: shipmentOffer.nullable(),
});
/** A shipment. */
export type ShipmentRecord = z.infer<typeof shipmentRecord>;
