import * as z from 'zod';
import { documentGrant } from '../document/schemas.js';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { positive } from '../kernel/quantity.js';
import { digest, recordId, text } from '../kernel/text.js';
import { PARCEL_STATUSES } from '../stock/states.js';
import { shipmentLine, shipmentRecord, shipmentRedirect } from './schemas.js';
import { custodyActs, ofShipment } from './custody-acts.js';

const consignor: PartyRule = { roles: 'any', functions: ['dispatcher'] };
const loader: PartyRule = { roles: 'any', functions: ['dispatcher', 'warehouseKeeper'] };
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
  loadedAt: true,
  handOvers: true,
  lastHandOver: true,
  arrival: true,
  refusal: true,
  redirects: true,
  offer: true,
} as const;
const createInput = shipmentRecord
  .omit(ofTheWay)
  .extend({
    lines: z
      .array(shipmentLine.extend({ quantity: positive }))
      .min(1)
      .max(40),
  })
  .refine(({ lines }) => new Set(lines.map(({ batch }) => batch)).size === lines.length, 'ONE_LINE_A_BATCH');
/** Payload of `Shipment.create`. */
export type CreatePayload = z.output<typeof createInput>;

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

const redirectInput = shipmentRedirect.pick({ to: true, reason: true }).extend({ shipment: recordId });
/** Payload of `Shipment.redirect`. */
export type RedirectPayload = z.output<typeof redirectInput>;

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
      'SHIPMENT_NOT_FOUND',
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
      'SHIPMENT_SITE_UNEXPECTED',
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
  redirect: act({
    summary:
      'The consignor sends a load that is on its way, or was refused, to another site of its consignee.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { consignor },
    input: redirectInput,
    output: done,
    subject: 'ship',
    declares: ofShipment,
    endorsers: ['regulator', { hostOf: 'consignor' }],
    emits: ['ShipmentRedirected'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_SITE_SAME',
      'SHIPMENT_REDIRECTS_TOO_MANY',
      'SHIPMENT_CONSIGNEE_UNLICENSED',
      'SITE_NOT_FOUND',
      'STATE_WRONG',
      'ENTERPRISE_FOREIGN',
    ],
  }),
  ...custodyActs,
});
