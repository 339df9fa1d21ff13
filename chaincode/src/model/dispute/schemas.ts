/** Disputes: facts that contradict the ledger, or that came under a key in doubt. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { digest, enterpriseId, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';

/**
 * `disp~cmd`: a fact that changed nothing, because its goods are elsewhere or its key is in doubt. Owned by those
 * named, who resolve it together; the command itself lies in its block.
 */
export const disputeRecord = z.strictObject({
  ...recordBase,
  cmd: digest,
  contract: text(32),
  act: text(32),
  subject: z.string().min(3).max(300),
  /** Code of what contradicts. */
  cause: text(60),
  owners: z.array(enterpriseId).min(1).max(4),
  openedAt: instant,
  resolution: z
    .strictObject({
      outcome: z.enum(['upheld', 'void']),
      reason: digest,
      by: z.array(enterpriseId),
      at: instant,
    })
    .nullable(),
});
/** A dispute. */
export type DisputeRecord = z.infer<typeof disputeRecord>;
