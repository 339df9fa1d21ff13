/** Refusals of the code subject. */
export const CODE_ERRORS = [] as const satisfies readonly string[];
