/** Orders: what was asked for, promised and announced; a price is never on the ledger. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { positive, unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId, recordId } from '../kernel/text.js';
import { day } from '../kernel/time.js';
import { ORDER_STATES } from './states.js';

/** An amount of a material, named by an HMAC under the list owner's secret. */
export const orderLine = z.strictObject({ material: digest, quantity: positive, unit });
/** Lines of an order, each material once. */
export const orderLines = z
  .array(orderLine)
  .min(1)
  .max(40)
  .refine((lines) => new Set(lines.map(({ material }) => material)).size === lines.length, 'MATERIAL_TWICE');
/** A line of an order. */
export type OrderLine = z.infer<typeof orderLine>;

/** Goods that the supplier announces. */
export const noticeLines = z
  .array(z.strictObject({ batch: batchId, quantity: positive, unit }))
  .min(1)
  .max(40)
  .refine((lines) => new Set(lines.map(({ batch }) => batch)).size === lines.length, 'BATCH_TWICE');

/** `order~O` */
export const orderRecord = z.strictObject({
  ...recordBase,
  order: recordId,
  buyer: enterpriseId,
  supplier: enterpriseId,
  /** Site of the supplier that the goods come from. */
  site: gln,
  /** Entry of the buyer's approved list; null for those who buy without one. */
  approval: digest.nullable(),
  lines: orderLines,
  requiredBy: day,
  state: z.enum(ORDER_STATES),
  placedBy: signedBy,
  confirmed: z.strictObject({ lines: orderLines, deliverOn: day, signedBy }).nullable(),
  notice: z
    .strictObject({
      lines: noticeLines,
      /** Shipment that they come with, when it is known. */
      shipment: recordId.nullable(),
      signedBy,
    })
    .nullable(),
});
/** An order. */
export type OrderRecord = z.infer<typeof orderRecord>;
