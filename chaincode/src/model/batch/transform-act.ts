import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { act } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { positive, unit } from '../kernel/quantity.js';
import { batchId, digest } from '../kernel/text.js';
import { parcelRef } from '../stock/parcel-ref.js';
import { edgeRecord } from './goods-schemas.js';
import { LOSSES } from './states.js';

/** Hundredths of a percent. */
const share = z.int().min(0).max(1_000_000);

const transformInput = z.strictObject({
  /** The output, registered before. */
  batch: batchId,
  quantity: positive,
  unit,
  inputs: z
    .array(
      z.strictObject({
        batch: batchId,
        quantity: positive,
        unit,
        site: gln,
        kind: edgeRecord.shape.kind.exclude(['receipt']),
      }),
    )
    .min(1)
    .max(30)
    .refine((inputs) => new Set(inputs.map(({ batch }) => batch)).size === inputs.length, 'BATCH_TWICE'),
  /** What the process version says that these inputs give, in the output's unit. */
  theoretical: positive,
  /** Limits of the yield in hundredths of a percent of {@link theoretical}, from the process version. */
  yieldLimits: z
    .strictObject({ lower: share, upper: share })
    .refine(({ lower, upper }) => lower <= upper, 'LIMITS'),
  /** What was lost on the way, by name, in the output's unit. */
  losses: z.array(z.strictObject({ reason: z.enum(LOSSES), quantity: positive })).max(10),
  /** Approval of a rework or reprocessing. */
  approval: digest.nullable(),
});
/** Payload of `Batch.transform`. */
export type TransformPayload = z.output<typeof transformInput>;

/** Production: input lots become the output batch; one transform an output. */
export const transform = act({
  summary: 'Production makes a registered batch of its own of released, accepted stock; the genealogy grows.',
  kind: 'permission',
  signature: 'person',
  meaning: 'responsibility',
  parties: { producer: { roles: ['manufacturer', 'cdmo'], functions: ['production'] } },
  input: transformInput,
  /** The output's parcel, and the deviation that an extraordinary yield opened. */
  output: z.strictObject({ parcels: z.array(parcelRef), deviation: z.string().nullable() }),
  subject: 'batch',
  declares: ({ batch, inputs }) => [
    keyOf('batch', batch),
    ...inputs.map((input) => keyOf('batch', input.batch)),
  ],
  takes: ({ inputs }, enterpriseOf) =>
    inputs.map(({ kind: _, ...wanted }) => ({
      ...wanted,
      holder: enterpriseOf('producer'),
      statuses: ['acceptable'],
    })),
  endorsers: ['regulator', { hostOf: 'producer' }],
  emits: ['BatchTransformed', 'QualityDeviationOpened'],
  errors: [
    'BATCH_NOT_FOUND',
    'ENTERPRISE_FOREIGN',
    'STATE_WRONG',
    'UNIT_MISMATCH',
    'BATCH_STOPPED',
    'BATCH_HELD',
    'BATCH_NOT_RELEASED',
    'BATCH_EXPIRED',
    'BATCH_DATE_WRONG',
    'REWORK_NOT_APPROVED',
    'PARCELS_INSUFFICIENT',
    'PICKS_STALE',
  ],
});
