/** That a connected system does not answer. */
import * as z from 'zod';

/** Attempts since its last answer, what was wrong, and when it is tried again. */
export const troubleView = z.strictObject({
  failures: z.int(),
  problem: z.string(),
  nextAt: z.string(),
});
/** That a connected system does not answer. */
export type TroubleView = z.output<typeof troubleView>;
