/** Refusals of the attestation subject. */
export const ATTESTATION_ERRORS = [] as const satisfies readonly string[];
