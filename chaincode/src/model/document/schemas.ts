/** What lies on the ledger of a document: digests and who may read it; ciphertext and key wraps lie in the vault. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { AUTHORITY_SUBJECTS } from '../enterprise/states.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { DOCUMENT_KINDS, DOCUMENT_STATES } from './states.js';

/** Key wraps for the authorities that hold the escrow of their subject. */
export const escrowWraps = z
  .array(z.strictObject({ subject: z.enum(AUTHORITY_SUBJECTS), keyId: digest, wrapDigest: digest }))
  .min(1)
  .max(6);
/** Key wraps for authorities. */
export type EscrowWraps = z.infer<typeof escrowWraps>;

/** A document as its author brings it: encrypted once under a random key, escrowed. */
export const documentDigests = z.strictObject({
  document: digest,
  /** Salted. */
  plaintextDigest: digest,
  ciphertextDigest: digest,
  escrows: escrowWraps,
});

/** `doc~D` */
export const documentRecord = documentDigests.extend({
  ...recordBase,
  owner: enterpriseId,
  kind: z.enum(DOCUMENT_KINDS),
  /** Batch that it is about. */
  batch: batchId.nullable(),
  state: z.enum(DOCUMENT_STATES),
  supersededBy: digest.nullable(),
  revoked: z.strictObject({ by: signedBy, at: instant, reason: digest }).nullable(),
});
/** A document. */
export type DocumentRecord = z.infer<typeof documentRecord>;

/** A document about to be made. */
export type NewDocument = z.infer<typeof documentDigests> & Pick<DocumentRecord, 'owner' | 'kind' | 'batch'>;

/** The record of a document that has just been made. */
export const newDocument = (document: NewDocument): Omit<DocumentRecord, 'v' | 'by'> => ({
  ...document,
  state: 'published',
  supersededBy: null,
  revoked: null,
});

/** What a grant says: the key wrap for the grantee lies in the vault under its digest. */
export const documentGrant = z.strictObject({
  document: digest,
  enterprise: enterpriseId,
  wrapDigest: digest,
});

/** `grant~D~E`: an enterprise beside the owner may read a document. */
export const grantRecord = documentGrant.extend({
  ...recordBase,
  until: instant.nullable(),
  grantedBy: signedBy,
  grantedAt: instant,
  withdrawnAt: instant.nullable(),
});
/** A grant. */
export type GrantRecord = z.infer<typeof grantRecord>;
