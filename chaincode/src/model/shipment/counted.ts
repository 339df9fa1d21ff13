import * as z from 'zod';
import { decimal } from '../kernel/quantity.js';
import { batchId } from '../kernel/text.js';

/** What was counted of a batch, each batch once. */
export const countedBatches = z
  .array(z.strictObject({ batch: batchId, quantity: decimal }))
  .max(40)
  .refine((all) => new Set(all.map(({ batch }) => batch)).size === all.length, 'ONE_COUNT_A_BATCH');
/** What was counted, by batch. */
export type Counted = z.infer<typeof countedBatches>;
