/** Refusals of the order subject. */
export const ORDER_ERRORS = [] as const satisfies readonly string[];
