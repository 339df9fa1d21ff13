/** What lies on the ledger of a batch, in clear because peers judge by it; everything else is a detail in the vault. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { day } from '../kernel/time.js';
import { BATCH_KINDS, CONTROL_CLASSES, DISPOSITIONS, MARKETS, STORAGE_CLASSES } from './states.js';

/** `batch~B` */
export const batchRecord = z.strictObject({
  ...recordBase,
  batch: batchId,
  kind: z.enum(BATCH_KINDS),
  issuer: enterpriseId,
  owner: enterpriseId,
  manufacturer: enterpriseId,
  mah: enterpriseId.nullable(),
  site: gln,
  unit,
  control: z.enum(CONTROL_CLASSES),
  storage: z.enum(STORAGE_CLASSES),
  manufactured: day,
  /** Last day on which it may be used or sold: expiry, or retest date of a raw lot. */
  usableUntil: day,
  disposition: z.enum(DISPOSITIONS),
  market: z.enum(MARKETS),
  /** The identity document: product code, lot, names, specification. */
  identity: digest,
});

/** A batch. */
export type BatchRecord = z.infer<typeof batchRecord>;
