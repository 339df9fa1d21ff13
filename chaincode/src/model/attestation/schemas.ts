/** Attestations: the root of records that are kept elsewhere, so that each can later be proved unchanged. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { digest, enterpriseId, recordId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';

/** What was attested: equipment or EHS records, captured EPCIS events, reads by authorities, an audit trail. */
export const ATTESTED = ['equipment', 'ehs', 'epcis', 'reads', 'auditTrail'] as const;

/** `att~A` */
export const attestationRecord = z.strictObject({
  ...recordBase,
  attestation: recordId,
  enterprise: enterpriseId,
  attestedBy: signedBy,
  /** True when a service or logger signed, and no person. */
  assertedByMachine: z.boolean(),
  kind: z.enum(ATTESTED),
  /** RFC 6962 root over the records, in order; of `reads` the hash of the last entry, which holds that of the one before. */
  root: digest,
  count: z.int().min(1).max(10_000_000),
  from: instant,
  to: instant,
});
