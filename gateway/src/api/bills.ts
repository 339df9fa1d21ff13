/** Bills for the state's trace platform, and how far they have come with it. */
import { batchId, digest, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { day } from '@yaosu/chaincode/model/kernel/time';
import * as z from 'zod';
import { BILL_KINDS, BILL_STATES, PACK_LEVELS } from './bill-kinds.js';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';
import { troubleView } from './trouble.js';

/** A bill without its lines. */
export const billView = z
  .strictObject({
    id: digest,
    kind: z.enum(BILL_KINDS),
    partner: enterpriseId.nullable(),
    /** Key of the record that it is about. */
    subject: z.string(),
    at: z.string(),
    /** Calendar day of that in China. */
    day: z.string(),
    batches: z.array(batchId),
    lines: z.int(),
    /** Sum of the lines, pieces. */
    quantity: z.string(),
    block: z.int(),
    txId: digest,
    /** The bill that this one takes back (冲正). */
    reverses: digest.nullable(),
    state: z.enum(BILL_STATES),
    /** When it came into that state; null while nobody was told. */
    stateAt: z.string().nullable(),
    platform: z.string().nullable(),
    /** Number that the platform has given. */
    externalNo: z.string().nullable(),
    /** The platform's words. */
    refusal: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'Bill' });
/** A bill without its lines. */
export type BillView = z.output<typeof billView>;

/** A line of a bill. */
export const billLineView = z.strictObject({
  /** Hash of the canonical code; null for loose packs. */
  code: digest.nullable(),
  level: z.enum(PACK_LEVELS),
  batch: batchId,
  quantity: z.string(),
  unit: z.string(),
});
/** A line of a bill. */
export type BillLineView = z.output<typeof billLineView>;

/** What does not agree: not there any more and sent again, not known here, or of another quantity. */
export const DIFFERENCES = ['missing', 'foreign', 'quantity'] as const;

const difference = z.strictObject({
  what: z.enum(DIFFERENCES),
  /** As the platform names it. */
  bill: z.string(),
  externalNo: z.string().nullable(),
  here: z.string().nullable(),
  there: z.string().nullable(),
});
/** What does not agree. */
export type BillDifference = z.output<typeof difference>;

/** A day compared. */
export const reconciliation = z
  .strictObject({
    /** In China. */
    day,
    /** When it was compared. */
    at: z.string(),
    /** Number of bills. */
    here: z.int(),
    there: z.int(),
    /** All differences; the first of them one by one. */
    differing: z.int(),
    differences: z.array(difference),
  })
  .meta({ id: 'Reconciliation' });
/** A day compared. */
export type Reconciliation = z.output<typeof reconciliation>;

/** `POST /api/bills/again` */
export const sendAgainBody = z.strictObject({ bill: digest });
/** `POST /api/bills/reconciliations` */
export const reconcileBody = z.strictObject({ day });

/** Name → definition. */
export const BILL_READS = {
  bills: read({
    path: '/api/bills',
    summary: "Bills of the caller's own enterprise for the trace platform, the newest first",
    access: 'session',
    params: none,
    query: page.extend({
      kind: z.enum(BILL_KINDS).optional(),
      state: z.enum(BILL_STATES).optional(),
      /** First and last day in China. */
      from: day.optional(),
      to: day.optional(),
      partner: enterpriseId.optional(),
    }),
    response: z.strictObject({ ...asOf, ...cursor, bills: z.array(billView) }),
  }),
  bill: read({
    path: '/api/bills/{id}',
    summary: "A bill of the caller's own enterprise, its lines page by page",
    access: 'session',
    params: z.strictObject({ id: digest }),
    query: page,
    response: z.strictObject({ ...asOf, ...cursor, bill: billView, lines: z.array(billLineView) }),
  }),
  tracePlatform: read({
    path: '/api/trace-platform',
    summary: 'The trace platform that bills go to, whether it answers, and what was compared with it',
    access: 'session',
    params: none,
    query: none,
    response: z.strictObject({
      ...asOf,
      /** Null: none is connected. */
      platform: z.string().nullable(),
      refused: z.int(),
      /** Null while it answers. */
      trouble: troubleView.nullable(),
      /** The last day first. */
      reconciliations: z.array(reconciliation),
    }),
  }),
} as const;
