import { defineActs } from '../kernel/define-acts.js';

/** Acts of the attestation subject. */
export const attestationActs = defineActs('Attestation', {});
