import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { documentDigests, documentGrant } from './schemas.js';
import { PUBLISHED_KINDS } from './states.js';

const owner: PartyRule = {
  roles: 'any',
  functions: ['qualityManager', 'qualifiedPerson', 'production', 'administrator'],
};
const ofOwner = {
  kind: 'permission',
  signature: 'person',
  parties: { owner },
  output: done,
  endorsers: ['regulator', { hostOf: 'owner' }],
} as const;

/** Documents: published encrypted and escrowed, granted reader by reader. */
export const documentActs = defineActs('Document', {
  publish: act({
    ...ofOwner,
    summary:
      'An enterprise publishes the digests of an encrypted document, escrowed for the drug authorities.',
    meaning: 'authorship',
    input: documentDigests.extend({ kind: z.enum(PUBLISHED_KINDS), batch: batchId.nullable() }),
    subject: 'doc',
    declares: (payload) => [keyOf('doc', payload.document)],
    creates: 'DOCUMENT_EXISTS',
    emits: ['DocumentPublished'],
    errors: ['DOCUMENT_EXISTS', 'BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'ESCROW_MISSING'],
  }),
  supersede: act({
    ...ofOwner,
    summary: 'The owner replaces a document by a newer one; both stay, and the old one names the new.',
    meaning: 'authorship',
    input: z.strictObject({ document: digest, replacement: documentDigests }),
    subject: 'doc',
    declares: (payload) => [keyOf('doc', payload.document), keyOf('doc', payload.replacement.document)],
    emits: ['DocumentSuperseded'],
    errors: [
      'DOCUMENT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'DOCUMENT_IS_IDENTITY',
      'DOCUMENT_EXISTS',
      'STATE_WRONG',
      'ESCROW_MISSING',
    ],
  }),
  revoke: act({
    ...ofOwner,
    summary: 'The owner revokes a document with a reason.',
    meaning: 'responsibility',
    input: z.strictObject({ document: digest, reason: digest }),
    subject: 'doc',
    declares: (payload) => [keyOf('doc', payload.document)],
    emits: ['DocumentRevoked'],
    errors: ['DOCUMENT_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'DOCUMENT_IS_IDENTITY', 'STATE_WRONG'],
  }),
  grant: act({
    ...ofOwner,
    summary: 'The owner lets another enterprise read a document, for good or until a time.',
    meaning: 'approval',
    input: documentGrant.extend({ until: instant.nullable() }),
    subject: 'grant',
    declares: (payload) => [keyOf('grant', payload.document, payload.enterprise)],
    emits: ['DocumentGranted'],
    errors: [
      'DOCUMENT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'DOCUMENT_GRANT_PERIOD_WRONG',
      'ENTERPRISE_NOT_FOUND',
      'STATE_WRONG',
    ],
  }),
  withdraw: act({
    ...ofOwner,
    summary: 'The owner withdraws a grant; what was read cannot be recalled.',
    meaning: 'responsibility',
    input: z.strictObject({ document: digest, enterprise: enterpriseId }),
    subject: 'grant',
    declares: (payload) => [keyOf('grant', payload.document, payload.enterprise)],
    emits: ['DocumentGrantWithdrawn'],
    errors: ['DOCUMENT_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'DOCUMENT_GRANT_NOT_FOUND'],
  }),
});
