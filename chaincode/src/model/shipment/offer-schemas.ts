/** A hand-over that one side has signed alone, because the other side has no phone at the place. */
import * as z from 'zod';
import { signedBy } from '../enterprise/signed-by.js';
import { spokenCode } from '../kernel/spoken-code-schema.js';
import { digest, enterpriseId, kid, nonce, recordId, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { countedBatches } from './counted.js';
import { OFFERED_STEPS, REFUSAL_REASONS, SHIPMENT_OFFER_STATES } from './states.js';

/** Keys of the other side that one offer may be signed for. */
export const MAX_HALVES = 60;

/** The giver's signature of the hand-over with this key on the other side: P-256, r‖s, base64url. */
const half = z.strictObject({ kid, signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/) });

/** What is offered: all that the hand-over will say, and the giver's half of its signatures. */
export const offerInput = z.strictObject({
  /** Follows from everything else in here. */
  code: spokenCode,
  shipment: recordId,
  step: z.enum(OFFERED_STEPS),
  taker: enterpriseId,
  counted: countedBatches,
  seals: z.array(text(40)).max(10),
  refusal: z.strictObject({ reason: z.enum(REFUSAL_REASONS), evidence: digest }).nullable(),
  nonce,
  capturedAt: instant,
  halves: z.array(half).min(1).max(MAX_HALVES),
});
/** Payload of `Shipment.offer`. */
export type OfferPayload = z.output<typeof offerInput>;

/** As a shipment keeps it; without halves once it can no longer be signed. */
export const shipmentOffer = offerInput.omit({ shipment: true }).extend({
  halves: z.array(half).max(MAX_HALVES),
  giver: signedBy,
  state: z.enum(SHIPMENT_OFFER_STATES),
});
/** An offer on a shipment. */
export type ShipmentOffer = z.infer<typeof shipmentOffer>;
