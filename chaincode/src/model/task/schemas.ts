/** Tasks 委托生产: what client and CDMO agreed on in public, and digests of what they keep to themselves. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { positive, unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId, recordId } from '../kernel/text.js';
import { day, instant } from '../kernel/time.js';
import { TASK_STAGES, TASK_STATES } from './states.js';

/** What stands on the ledger of private terms. */
export const termsDigests = z.strictObject({
  /** Of salt and terms: who reveals both proves them. */
  commitment: digest,
  /** SHA-256 of the private value: the terms encrypted to the two enterprises. */
  sealed: digest,
});
/** Digests of private terms. */
export type TermsDigests = z.infer<typeof termsDigests>;

/** Who did something, and when. */
const signedAt = z.strictObject({ by: signedBy, at: instant });

/** Batches that the CDMO made for the task, each once. */
export const deliveryLines = z
  .array(z.strictObject({ batch: batchId, quantity: positive, unit }))
  .min(1)
  .max(20)
  .refine((lines) => new Set(lines.map(({ batch }) => batch)).size === lines.length, 'BATCH_TWICE');
/** Lines of a delivery. */
export type DeliveryLines = z.infer<typeof deliveryLines>;

/** `task~T` */
export const taskRecord = z.strictObject({
  ...recordBase,
  task: recordId,
  client: enterpriseId,
  cdmo: enterpriseId,
  /** Site of the CDMO where the work is done. */
  site: gln,
  /** What is made, named by an HMAC under the client's secret. */
  material: digest,
  quantity: positive,
  unit,
  startOn: day,
  deliverBy: day,
  /** Digest of the quality agreement that both have signed. */
  qualityAgreement: digest,
  terms: termsDigests,
  state: z.enum(TASK_STATES),
  offered: signedAt,
  /** Acceptance, refusal or withdrawal; reasons are digests of statements in the vault. */
  answered: signedAt.extend({ reason: digest.nullable() }).nullable(),
  /** The latest report. */
  progress: signedAt.extend({ stage: z.enum(TASK_STAGES), made: positive.nullable() }).nullable(),
  delivery: signedAt.extend({ lines: deliveryLines }).nullable(),
  /** The client's answer to the delivery. */
  settled: signedAt.extend({ reason: digest.nullable() }).nullable(),
});
/** A task. */
export type TaskRecord = z.infer<typeof taskRecord>;
