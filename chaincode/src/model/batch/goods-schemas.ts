/** What stands between a batch and its use: holds and stops, one record each. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { batchId, digest, recordId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';

/** `hold~B~cmd`: placed and lifted by the same enterprise; several may stand at once. */
export const holdRecord = z.strictObject({
  ...recordBase,
  batch: batchId,
  /** Command that placed it. */
  hold: digest,
  reason: digest,
  placedBy: signedBy,
  placedAt: instant,
  liftedBy: signedBy.nullable(),
});
/** A hold. */
export type HoldRecord = z.infer<typeof holdRecord>;

/**
 * `stop~B~I`: a batch in an investigation or recall. Provisional outside the starter's own enterprise: it binds at
 * once and lapses 72 h later unless an authority confirms it. A drill's binds its closure and refuses no goods.
 */
export const stopRecord = z.strictObject({
  ...recordBase,
  batch: batchId,
  investigation: recordId,
  placedAt: instant,
  provisional: z.boolean(),
  lifted: z.boolean(),
  /** The investigation's. */
  drill: z.boolean(),
});
/** A stop. */
export type StopRecord = z.infer<typeof stopRecord>;

/** `edge~f~in~out` and, the same value, `edge~b~out~in`: `to` grew from `from`. */
export const edgeRecord = z.strictObject({
  ...recordBase,
  from: batchId,
  to: batchId,
  kind: z.enum(['use', 'blend', 'split', 'rework', 'reprocess', 'recovery', 'relabel', 'receipt']),
});
/** An edge of the genealogy. */
export type EdgeRecord = z.infer<typeof edgeRecord>;
