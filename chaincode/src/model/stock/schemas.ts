/** Stock is parcels: an act spends some and makes others; totals belong to the projection. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { decimal, unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId, personId, recordId } from '../kernel/text.js';
import { parcelRef } from './parcel-ref.js';
import { PARCEL_STATUSES } from './states.js';

/** `parcel~TX~n` */
export const parcelRecord = z.strictObject({
  ...recordBase,
  parcel: parcelRef,
  batch: batchId,
  quantity: decimal,
  unit,
  owner: enterpriseId,
  holder: enterpriseId,
  /** Where it stands; null on the road. */
  site: gln.nullable(),
  status: z.enum(PARCEL_STATUSES),
  /** Serialised goods move with this container (`obj~`) or commission (`com~`); null for loose and unserialised ones. */
  container: digest.nullable(),
  /** Shipment that it is loaded on or arrived with, until it is booked into stock. */
  shipment: recordId.nullable(),
  /** Load whose excursion made it pending: it stays so until the MAH's quality has disposed of that. */
  pendingWith: recordId.optional(),
  /** Who booked it in: the inspector must be another person. */
  receivedBy: personId.nullable(),
  from: z.array(parcelRef).max(100),
  /** Command that spent it. */
  spentBy: digest.nullable(),
});
/** A parcel of stock. */
export type ParcelRecord = z.infer<typeof parcelRecord>;
