/** Kinds and states of documents. */

/** What a published document is; an identity is made by `Batch.register` alone. */
export const PUBLISHED_KINDS = [
  'batchRecord',
  'testResults',
  'certificate',
  'qualityAgreement',
  'supplierPaper',
  'leafFile',
  'loggerExport',
  'photo',
  'other',
] as const;

/** Every kind of document. */
export const DOCUMENT_KINDS = ['batchIdentity', ...PUBLISHED_KINDS] as const;

/** A document stands, was replaced by a newer one, or was revoked. */
export const DOCUMENT_STATES = ['published', 'superseded', 'revoked'] as const;
/** One of {@link DOCUMENT_STATES}. */
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Act → states that it starts from; a grant is withdrawn whatever became of the document. */
export const DOCUMENT_STEPS = {
  supersede: ['published'],
  revoke: ['published', 'superseded'],
  grant: ['published', 'superseded'],
  withdraw: DOCUMENT_STATES,
} as const satisfies Readonly<Record<string, readonly DocumentState[]>>;
/** An act on a document that is there. */
export type DocumentStep = keyof typeof DOCUMENT_STEPS;
