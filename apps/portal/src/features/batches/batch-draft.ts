/** What a person fills in to register a batch. */
import { BATCH_KINDS, CONTROL_CLASSES, STORAGE_CLASSES } from '@yaosu/chaincode/model/batch/states';
import { UNITS, positive } from '@yaosu/chaincode/model/kernel/quantity';
import { batchId, text } from '@yaosu/chaincode/model/kernel/text';
import { day } from '@yaosu/chaincode/model/kernel/time';
import * as z from 'zod';

/** Fields of the form; the same schemas that peers use. */
export const batchDraft = z.object({
  name: text(120),
  product: text(40),
  lot: text(40),
  specification: text(120),
  kind: z.enum(BATCH_KINDS),
  /** Empty: none. */
  mah: z.string(),
  /** Empty: a transform will make it. */
  made: z.union([z.literal(''), positive]),
  /** Supplier's batch of which this is the own lot; empty: none. */
  receivedFrom: z.union([z.literal(''), batchId]),
  site: z.string().regex(/^\d{13}$/),
  unit: z.enum(UNITS),
  storage: z.enum(STORAGE_CLASSES),
  control: z.enum(CONTROL_CLASSES),
  manufactured: day,
  usableUntil: day,
});

/** A filled form. */
export type BatchDraft = z.infer<typeof batchDraft>;
