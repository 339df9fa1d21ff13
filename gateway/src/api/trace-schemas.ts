/** Answers about the whole way of goods: trails and recalls. */
import * as z from 'zod';
import { batchId, digest, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { recallCount, recallResponseRecord } from '@yaosu/chaincode/model/recall/schemas';
import { asOf, transactionLine } from './schemas.js';

/** An event that an enterprise's system has reported: attested as it came, judged by no contract. */
export const reportedEvent = z
  .strictObject({
    eventID: z.string(),
    /** Of the event as it was reported (CBV 2.0, section 8.9). */
    hash: digest,
    type: z.string(),
    action: z.string().nullable(),
    bizStep: z.string().nullable(),
    /** When it is said to have happened. */
    at: instant,
    /** Whose system reported it, and when. */
    reportedBy: enterpriseId,
    reportedAt: instant,
    /** `att~…`: the root over the events of its document. */
    attestation: z.string(),
    block: z.number().int(),
    /** Path of its proof. */
    proof: z.string(),
  })
  .meta({ id: 'ReportedEvent' });

/** Where a batch comes from or went, and every transaction that says so. */
export const trailView = z.strictObject({
  ...asOf,
  batches: z.array(
    z.strictObject({
      batch: batchId,
      level: z.number().int(),
      kind: z.string(),
      owner: enterpriseId,
      disposition: z.string(),
      market: z.string(),
    }),
  ),
  /** Edges between these batches: `to` grew from `from`. */
  edges: z.array(z.strictObject({ from: batchId, to: batchId, kind: z.string() })),
  /** Batches of the closure that the caller may not see. */
  hidden: z.number().int(),
  lines: z.array(transactionLine),
  /** What was reported of these goods, kept apart from what contracts judged. */
  reported: z.array(reportedEvent),
});

/** Batches of which the closure is asked: at most 200 at once. */
export const closureQuestion = z.strictObject({
  roots: z.array(batchId).min(1).max(200),
  direction: z.enum(['backward', 'forward']).default('forward'),
});

/** How far a closure reaches and who holds how much of what the caller may see of it. */
export const closureView = z.strictObject({
  ...asOf,
  /** Batches a level; level 0 are the roots. */
  levels: z.array(z.number().int()),
  visible: z.number().int(),
  /** Batches of the closure that the caller may not see. */
  hidden: z.number().int(),
  holders: z.array(z.strictObject({ holder: enterpriseId, unit: z.string(), quantity: z.string() })),
});

/** A recall: what was decided, who holds what, and who has not responded. */
export const recallView = z.strictObject({
  ...asOf,
  investigation: z.record(z.string(), z.unknown()),
  recall: z.record(z.string(), z.unknown()).nullable(),
  /** When the last part of the closure was sealed; null while it is open. */
  sealedAt: instant.nullable(),
  members: z.array(
    z.strictObject({
      batch: batchId,
      kind: z.string(),
      owner: enterpriseId,
      stopped: z.enum(['provisional', 'confirmed', 'lifted']),
      verdict: z.enum(['inScope', 'excluded']).nullable(),
    }),
  ),
  holders: z.array(
    z.strictObject({
      batch: batchId,
      holder: enterpriseId,
      quantity: z.string(),
      unit: z.string(),
      /** Stage of its response 反馈; null: 未反馈. */
      response: z.string().nullable(),
    }),
  ),
  /** What holders have counted, the last response 反馈 of each. */
  responses: z.array(
    z.strictObject({
      enterprise: enterpriseId,
      stage: recallResponseRecord.shape.stage,
      at: recallResponseRecord.shape.at,
      counts: z.array(recallCount),
    }),
  ),
});
