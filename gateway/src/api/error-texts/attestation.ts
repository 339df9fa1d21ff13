import type { ATTESTATION_ERRORS } from '@yaosu/chaincode/model/attestation/errors';
import type { ErrorMeaning } from '../error-meaning.js';

/** Refusals of the attestation subject. */
export const attestationTexts: Readonly<Record<(typeof ATTESTATION_ERRORS)[number], ErrorMeaning>> = {};
