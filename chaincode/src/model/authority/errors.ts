/** Refusals of the authority subject. */
export const AUTHORITY_ERRORS = [] as const satisfies readonly string[];
