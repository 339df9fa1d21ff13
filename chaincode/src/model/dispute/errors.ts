/** Refusals of the dispute subject. */
export const DISPUTE_ERRORS = ['DISPUTE_NOT_FOUND', 'DISPUTE_RESOLVED', 'DISPUTE_OWNER_MISSING'] as const;
