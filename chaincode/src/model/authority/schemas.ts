/** Cases of an authority: within one it reads the closure of a root across areas and subjects. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { batchId, digest, enterpriseId, recordId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { CASE_PURPOSES } from './purposes.js';

/** `case~C` */
export const caseRecord = z.strictObject({
  ...recordBase,
  case: recordId,
  authority: enterpriseId,
  root: batchId,
  purpose: z.enum(CASE_PURPOSES),
  /** The grounds, in the authority's vault. */
  grounds: digest,
  /** The site that brings the root into the authority's area. */
  site: z.strictObject({ enterprise: enterpriseId, gln }),
  openedBy: signedBy,
  openedAt: instant,
  closedAt: instant.nullable(),
});
