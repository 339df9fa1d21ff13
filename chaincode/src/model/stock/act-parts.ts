/** What the acts of stock have in common. */
import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import type { EnterpriseRole } from '../enterprise/states.js';
import type { ErrorCode } from '../kernel/errors.js';
import { keyOf } from '../kernel/keys.js';
import { unit } from '../kernel/quantity.js';
import { batchId, enterpriseId } from '../kernel/text.js';
import { parcelRef } from './parcel-ref.js';
import { PARCEL_STATUSES } from './states.js';

/** Who may hold stock. */
export const STOCKISTS: readonly EnterpriseRole[] = [
  'mah',
  'manufacturer',
  'cdmo',
  'supplier',
  'wholesaler',
  'logistics3pl',
  'warehouse',
  'pharmacy',
  'hospital',
  'testLab',
];

/** Goods of one batch on a shelf of the signer's. */
export const shelf = { holder: enterpriseId, batch: batchId, unit, site: gln };
/** Status of a parcel. */
export const status = z.enum(PARCEL_STATUSES);

/** Refusals of every act that takes goods off a shelf. */
export const SHELF_ERRORS: readonly ErrorCode[] = [
  'ENTERPRISE_FOREIGN',
  'BATCH_NOT_FOUND',
  'SITE_NOT_FOUND',
  'UNIT_MISMATCH',
  'PARCELS_INSUFFICIENT',
  'PICKS_STALE',
];

/** Subject, lane and answer of every act of stock. */
export const onStock = {
  /** New parcels, in the order in which they were made. */
  output: z.strictObject({ parcels: z.array(parcelRef) }),
  subject: 'batch',
  declares: (payload: { batch: string }): readonly string[] => [keyOf('batch', payload.batch)],
} as const;
