/** Refusals of the attestation subject. */
export const ATTESTATION_ERRORS = ['ATTESTATION_EXISTS', 'ATTESTATION_PERIOD_WRONG'] as const;
