/** Refusals of the authority subject. */
export const AUTHORITY_ERRORS = ['CASE_EXISTS', 'CASE_NOT_FOUND', 'CASE_OUT_OF_AREA', 'CASE_CLOSED'] as const;
