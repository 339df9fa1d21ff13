/** Refusals of the dispute subject. */
export const DISPUTE_ERRORS = [] as const satisfies readonly string[];
