import type { ATTESTATION_ERRORS } from '@yaosu/chaincode/model/attestation/errors';
import { broken, exists, type ErrorMeaning } from '../error-meaning.js';

/** Refusals of the attestation subject. */
export const attestationTexts: Readonly<Record<(typeof ATTESTATION_ERRORS)[number], ErrorMeaning>> = {
  ATTESTATION_EXISTS: exists('该存证编号已被使用。', 'The attestation exists already.'),
  ATTESTATION_PERIOD_WRONG: broken('存证期间有误。', 'The period of the attestation is wrong.'),
};
