import * as z from 'zod';
import { documentGrant } from '../document/schemas.js';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { decimal } from '../kernel/quantity.js';
import { digest, recordId, text } from '../kernel/text.js';
import { PARCEL_STATUSES } from '../stock/states.js';
import { countedBatches, shipmentLine, shipmentRecord } from './schemas.js';
import { REFUSAL_REASONS } from './states.js';

const consignor: PartyRule = { roles: 'any', functions: ['dispatcher'] };
const loader: PartyRule = { roles: 'any', functions: ['dispatcher', 'warehouseKeeper'] };
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

/** What the shipment's way adds to what its consignor says of it. */
const ofTheWay = {
  v: true,
  by: true,
  seals: true,
  loggers: true,
  leaves: true,
  state: true,
  condition: true,
  holder: true,
  parcels: true,
  handOvers: true,
  lastHandOver: true,
  arrival: true,
  refusal: true,
} as const;
const createInput = shipmentRecord
  .omit(ofTheWay)
  .refine(({ lines }) => new Set(lines.map(({ batch }) => batch)).size === lines.length, 'ONE_LINE_A_BATCH');
/** Payload of `Shipment.create`. */
export type CreatePayload = z.output<typeof createInput>;

const positive = decimal.refine((value) => value !== '0', 'POSITIVE');
const loadInput = z.strictObject({
  shipment: recordId,
  /** Where the goods stand; null for goods of a refused shipment, which are on the road. */
  site: gln.nullable(),
  /** Refused or partly received shipment whose goods are loaded. */
  returns: recordId.nullable(),
  lines: z
    .array(shipmentLine.extend({ quantity: positive, status: z.enum(PARCEL_STATUSES) }))
    .min(1)
    .max(60),
  seals: z.array(text(40)).max(10),
  loggers: z.array(digest).max(8),
  /** Grants on identity documents of the signer's own enterprise, for those who must know what is coming. */
  grants: z.array(documentGrant).max(80),
  leaves: digest.nullable(),
});
/** Payload of `Shipment.load`. */
export type LoadPayload = z.output<typeof loadInput>;

const custodyInput = z.strictObject({
  shipment: recordId,
  counted: countedBatches,
  seals: z.array(text(40)).max(10),
});
/** Payload of `Shipment.receive`. */
export type CustodyPayload = z.output<typeof custodyInput>;

const ofShipment = (payload: { readonly shipment: string }): readonly string[] => [
  keyOf('ship', payload.shipment),
];

/** Shipments from their creation to the consignee's door. */
export const shipmentActs = defineActs('Shipment', {
  create: act({
    summary: 'The consignor announces a shipment: for what, from where, to whom, by whom, of which batches.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { consignor },
    input: createInput,
    output: done,
    subject: 'ship',
    declares: ofShipment,
    creates: 'SHIPMENT_EXISTS',
    endorsers: ['regulator', { hostOf: 'consignor' }],
    emits: ['ShipmentCreated'],
    errors: [
      'SHIPMENT_EXISTS',
      'SHIPMENT_CONSIGNEE_UNLICENSED',
      'SHIPMENT_CONTINGENCY_UNFIT',
      'SHIPMENT_PROFILE_FOREIGN',
      'SHIPMENT_ORDER_FOREIGN',
      'SHIPMENT_RETURN_WRONG',
      'BATCH_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'ENTERPRISE_NOT_FOUND',
      'ROLE_NOT_HELD',
      'SITE_NOT_FOUND',
      'UNIT_MISMATCH',
    ],
  }),
  load: act({
    summary:
      'The consignor loads the goods: parcels leave the shelf, and those who must know what comes know it.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { loader },
    input: loadInput,
    output: done,
    subject: 'ship',
    declares: (payload) => [
      ...ofShipment(payload),
      ...(payload.returns === null ? [] : [keyOf('ship', payload.returns)]),
      ...new Set(payload.lines.map(({ batch }) => keyOf('batch', batch))),
    ],
    takes: ({ lines, site, returns }, enterpriseOf) =>
      lines.map(({ batch, quantity, unit, status }) => ({
        batch,
        quantity,
        unit,
        holder: enterpriseOf('loader'),
        site,
        statuses: [status],
        ...(returns === null ? {} : { shipment: returns }),
      })),
    endorsers: ['regulator', { hostOf: 'loader' }],
    emits: ['ShipmentLoaded'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_LINES_DIFFER',
      'SHIPMENT_OWNER_DIFFERS',
      'SHIPMENT_GRANT_MISSING',
      'SHIPMENT_PARCELS_TOO_MANY',
      'SHIPMENT_RETURN_WRONG',
      'STATE_WRONG',
      'BATCH_NOT_FOUND',
      'BATCH_STOPPED',
      'BATCH_HELD',
      'BATCH_NOT_RELEASED',
      'BATCH_EXPIRED',
      'DOCUMENT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'ENTERPRISE_NOT_FOUND',
      'PARCEL_STATUS_UNFIT',
      'PARCELS_INSUFFICIENT',
      'PICKS_STALE',
      'UNIT_MISMATCH',
    ],
  }),
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
    summary: 'The driver who has the load says where it has arrived.',
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
    summary: 'The consignee refuses the load with a reason; the goods stay with the driver.',
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
});
