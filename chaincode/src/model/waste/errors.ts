/** Refusals of the waste subject. */
export const WASTE_ERRORS = [] as const satisfies readonly string[];
