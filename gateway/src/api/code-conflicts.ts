/** Codes that ought to agree and do not. */
import { CONFLICT_KINDS, COUNTER_WORDS } from '@yaosu/chaincode/rules/code/alias-conflicts';
import { batchId, digest, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';

/** What was said of a code: who said it, when, and where it stands. */
const word = z.strictObject({
  by: z.enum(COUNTER_WORDS),
  code: digest,
  /** Record in which it stands; null for a captured event. */
  key: z.string().nullable(),
  /** Id of the event; null for a record. */
  event: z.string().nullable(),
  enterprise: enterpriseId,
  at: z.string(),
  block: z.int(),
  txId: digest,
  /** Product that the code carries, for who may read the code itself. */
  product: z.strictObject({ scheme: z.enum(['gtin', 'traceCode']), value: z.string() }).nullable(),
});
/** What was said of a code. */
export type ConflictWord = z.output<typeof word>;

/** Two words that do not go together. */
export const conflictView = z
  .strictObject({
    kind: z.enum(CONFLICT_KINDS),
    /** The object that the second code stands for. */
    object: digest,
    batches: z.array(batchId),
    second: word,
    other: word,
  })
  .meta({ id: 'CodeConflict' });
/** Two words that do not go together. */
export type ConflictView = z.output<typeof conflictView>;

/** Name → definition. */
export const CODE_CONFLICT_READS = {
  codeConflicts: read({
    path: '/api/codes/conflicts',
    summary:
      'Second codes against which something else is said that the caller may read as well, the newest first',
    access: 'session',
    params: none,
    query: page.extend({ kind: z.enum(CONFLICT_KINDS).optional() }),
    response: z.strictObject({ ...asOf, ...cursor, conflicts: z.array(conflictView) }),
  }),
} as const;
