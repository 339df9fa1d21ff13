import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { act, defineActs } from '../kernel/define-acts.js';
import type { EnterpriseRole } from '../enterprise/states.js';
import type { ErrorCode } from '../kernel/errors.js';
import { keyOf } from '../kernel/keys.js';
import { decimal, unit } from '../kernel/quantity.js';
import { batchId, enterpriseId } from '../kernel/text.js';
import { parcelRef } from './parcel-ref.js';
import { PARCEL_STATUSES } from './states.js';

const STOCKISTS: readonly EnterpriseRole[] = [
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
const shelf = {
  holder: enterpriseId,
  batch: batchId,
  unit,
  site: gln,
};
const positive = decimal.refine((value) => value !== '0', 'POSITIVE');
const status = z.enum(PARCEL_STATUSES);

const TAKE_ERRORS: readonly ErrorCode[] = [
  'ENTERPRISE_FOREIGN',
  'BATCH_NOT_FOUND',
  'SITE_NOT_FOUND',
  'UNIT_MISMATCH',
  'PARCELS_INSUFFICIENT',
  'PICKS_STALE',
];
const onStock = {
  /** New parcels, in the order in which they were made. */
  output: z.strictObject({ parcels: z.array(parcelRef) }),
  subject: 'batch',
  declares: (payload: { batch: string }): readonly string[] => [keyOf('batch', payload.batch)],
} as const;

/** What warehouses do with the stock that they hold. */
export const stockActs = defineActs('Stock', {
  inspect: act({
    ...onStock,
    summary: 'An inspector other than the receiver, or quality, changes the status of stock (验收).',
    kind: 'permission',
    signature: 'quality',
    meaning: 'approval',
    parties: {
      inspector: {
        roles: STOCKISTS,
        functions: ['receivingInspector', 'qualityManager', 'qualifiedPerson'],
      },
    },
    input: z.strictObject({ ...shelf, quantity: positive, status, result: status }),
    takes: ({ status: from, result: _, ...wanted }) => [{ ...wanted, statuses: [from] }],
    endorsers: ['regulator', { hostOf: 'inspector' }],
    emits: ['StockInspected'],
    errors: [...TAKE_ERRORS, 'FUNCTION_MISSING', 'STATE_WRONG', 'PERSON_INVOLVED'],
  }),
});
