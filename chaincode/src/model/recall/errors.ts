/** Refusals of the recall subject. */
export const RECALL_ERRORS = [] as const satisfies readonly string[];
