import { attestationActs } from '../model/attestation/acts.js';
import { newContract } from './new-contract.js';

/** The attestation subject. */
export const AttestationContract = newContract('Attestation', attestationActs, {});
