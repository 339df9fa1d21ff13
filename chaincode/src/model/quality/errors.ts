/** Refusals of the quality subject. */
export const QUALITY_ERRORS = [] as const satisfies readonly string[];
