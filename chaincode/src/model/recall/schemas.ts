/** Investigations and the recalls that they become: both carry the same id. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { decimal, unit } from '../kernel/quantity.js';
import { batchId, digest, enterpriseId, officialNumber, recordId } from '../kernel/text.js';
import { day, instant } from '../kernel/time.js';
import { INVESTIGATION_STATES, RECALL_CLASSES, SIGNAL_SOURCES } from './states.js';

/** `inv~I` */
export const investigationRecord = z.strictObject({
  ...recordBase,
  investigation: recordId,
  state: z.enum(INVESTIGATION_STATES),
  /** An exercise 模拟召回 from its signal to its end: it refuses no goods and never becomes a recall in earnest. */
  drill: z.boolean(),
  source: z.enum(SIGNAL_SOURCES),
  /** What was reported, in the vault. */
  signal: digest,
  signalledBy: signedBy,
  signalledAt: instant,
  /** Batch that the signal is about. */
  batch: batchId,
  roots: z.array(batchId).max(50),
  /** Who answers for the batch and the roots: issuers, owners, manufacturers, MAHs. */
  concerned: z.array(enterpriseId).max(250),
  reportedTo: z.tuple([z.literal('drug')]),
  /** Enterprise that investigates; null while there is only a signal. */
  starter: enterpriseId.nullable(),
  startedAt: instant.nullable(),
});
/** An investigation. */
export type InvestigationRecord = z.infer<typeof investigationRecord>;

/** `recb~I~B`: a member of the sealed closure and what was decided of it. */
export const recallMemberRecord = z.strictObject({
  ...recordBase,
  investigation: recordId,
  batch: batchId,
  decision: z
    .strictObject({
      verdict: z.enum(['inScope', 'excluded']),
      reason: digest,
      decidedBy: signedBy,
      at: instant,
    })
    .nullable(),
});

/** Where the units of a batch are, as a holder counts them; they add up to what it received or shipped. */
export const recallCount = z.strictObject({
  batch: batchId,
  unit,
  received: decimal,
  onHand: decimal,
  inTransit: decimal,
  forwarded: decimal,
  returned: decimal,
  destroyed: decimal,
  used: decimal,
  lost: decimal,
  unaccounted: decimal,
});
/** A holder's count of a batch. */
export type RecallCount = z.infer<typeof recallCount>;

/** A count of the whole recall, with the reason of what is unaccounted. */
export const reconciledCount = recallCount.extend({ reason: digest.nullable() });

/** `rec~I` */
export const recallRecord = z.strictObject({
  ...recordBase,
  recall: recordId,
  mah: enterpriseId,
  opener: enterpriseId,
  openedBy: signedBy,
  openedAt: instant,
  kind: z.enum(['voluntary', 'ordered']),
  /** Number of the authority's order 责令召回; null when voluntary. */
  orderNo: officialNumber.nullable(),
  class: z.enum(RECALL_CLASSES),
  depth: z.enum(['wholesale', 'retail', 'patient']),
  /** The investigation's. */
  drill: z.boolean(),
  reason: digest,
  /** Marketed batches in scope. */
  batches: z.array(batchId).min(1).max(200),
  clock: z.strictObject({ edition: day, noticeDue: instant, planDue: instant, progressEveryDays: z.int() }),
  state: z.enum(['open', 'closed']),
  closedAt: instant.nullable(),
  reconciliation: z.array(reconciledCount).nullable(),
});
/** A recall. */
export type RecallRecord = z.infer<typeof recallRecord>;

/** `ans~I~E`: the response 反馈 of a holder, replaced by its next one. */
export const recallResponseRecord = z.strictObject({
  ...recordBase,
  recall: recordId,
  enterprise: enterpriseId,
  respondedBy: signedBy,
  at: instant,
  stage: z.enum(['acknowledged', 'counted', 'segregated', 'done']),
  /** Customers that it informed, of those that it sold to. */
  informed: z.strictObject({ of: z.int().min(0), count: z.int().min(0) }),
  counts: z.array(recallCount).max(200),
});
