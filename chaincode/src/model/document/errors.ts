/** Refusals of the document subject. */
export const DOCUMENT_ERRORS = [
  'DOCUMENT_EXISTS',
  'DOCUMENT_NOT_FOUND',
  'DOCUMENT_IS_IDENTITY',
  'DOCUMENT_GRANT_PERIOD_WRONG',
  'DOCUMENT_GRANT_NOT_FOUND',
] as const;
