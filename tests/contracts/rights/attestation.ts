import { ACTS } from '@yaosu/chaincode/model/acts';
import { NAMES } from '../../support/cast.js';
import { attestationPayload } from '../../support/attestation.js';
import type { Right } from '../../support/right.js';

export const attestationRights: readonly Right[] = [
  // Everybody attests for the own enterprise, which is not named in the payload.
  { act: ACTS.Attestation.attest, may: NAMES, command: () => ({ payload: attestationPayload() }) },
];
