import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest, recordId, text } from '../kernel/text.js';
import { countedBatches } from './counted.js';
import { offerInput } from './offer-schemas.js';
import { REFUSAL_REASONS } from './states.js';

const custodian: PartyRule = { roles: 'any', functions: ['driver', 'dispatcher', 'warehouseKeeper'] };
const witness: PartyRule = {
  roles: 'any',
  functions: ['escort', 'driver', 'dispatcher', 'warehouseKeeper', 'receivingInspector', 'pharmacist'],
  optional: true,
};
const driver: PartyRule = { roles: 'any', functions: ['driver'] };
const recipient: PartyRule = {
  roles: 'any',
  functions: ['receivingInspector', 'warehouseKeeper', 'pharmacist', 'dispatcher'],
};

const custodyInput = z.strictObject({
  shipment: recordId,
  counted: countedBatches,
  seals: z.array(text(40)).max(10),
});
/** Payload of `Shipment.receive`. */
export type CustodyPayload = z.output<typeof custodyInput>;

/** Lane of a shipment. */
export const ofShipment = (payload: { readonly shipment: string }): readonly string[] => [
  keyOf('ship', payload.shipment),
];

/** Who has the load: facts, signed by both sides. */
export const custodyActs = {
  handOver: act({
    summary: 'One gives the load and another takes it; both sign, and custody passes.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { giver: custodian, taker: custodian, giverWitness: witness, takerWitness: witness },
    input: custodyInput.extend({ at: gln.nullable() }),
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'taker' }],
    emits: ['ShipmentHandedOver'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_HELD_ELSEWHERE',
      'SHIPMENT_COUNT_DIFFERS',
      'SHIPMENT_SEALS_DIFFER',
      'SHIPMENT_WITNESS_MISSING',
      'STATE_WRONG',
      'BATCH_STOPPED',
      'BATCH_HELD',
      'BATCH_NOT_RELEASED',
      'BATCH_EXPIRED',
      'ENTERPRISE_FOREIGN',
      'PARTY_NOT_CONCERNED',
      'PICKS_STALE',
    ],
  }),
  arrive: act({
    summary:
      'The driver who has the load says where it has arrived; told after its receipt, it is added to it.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { driver },
    input: z.strictObject({ shipment: recordId, site: gln }),
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'driver' }],
    emits: ['ShipmentArrived'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_HELD_ELSEWHERE',
      'SHIPMENT_SITE_UNEXPECTED',
      'STATE_WRONG',
      'PARTY_NOT_CONCERNED',
    ],
  }),
  receive: act({
    summary: 'The driver gives the load to the consignee, who counts it and takes it into quarantine.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { giver: driver, taker: recipient, giverWitness: witness, takerWitness: witness },
    input: custodyInput,
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'taker' }],
    emits: ['ShipmentReceived'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_HELD_ELSEWHERE',
      'SHIPMENT_COUNT_DIFFERS',
      'SHIPMENT_SEALS_DIFFER',
      'SHIPMENT_WITNESS_MISSING',
      'STATE_WRONG',
      'ENTERPRISE_FOREIGN',
      'PARTY_NOT_CONCERNED',
      'PICKS_STALE',
    ],
  }),
  refuse: act({
    summary:
      'The consignee refuses the load, or what is left of it, with a reason; the goods stay with the driver.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { giver: driver, taker: recipient },
    input: z.strictObject({
      shipment: recordId,
      reason: z.enum(REFUSAL_REASONS),
      /** Quantity, photographs, words: a document. */
      evidence: digest,
    }),
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'taker' }],
    emits: ['ShipmentRefused'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_HELD_ELSEWHERE',
      'STATE_WRONG',
      'ENTERPRISE_FOREIGN',
      'PARTY_NOT_CONCERNED',
    ],
  }),
  offer: act({
    summary:
      'A driver signs a hand-over alone, for a side that has no phone; custody passes when that side has signed the same.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { giver: driver },
    input: offerInput,
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'giver' }],
    emits: ['ShipmentOffered'],
    errors: ['SHIPMENT_NOT_FOUND', 'SHIPMENT_CODE_WRONG', 'SIGNATURE_INVALID', 'PARTY_NOT_CONCERNED'],
  }),
} as const;
