/** Refusals of the document subject. */
export const DOCUMENT_ERRORS = ['DOCUMENT_EXISTS'] as const;
