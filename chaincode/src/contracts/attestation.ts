import { attestationActs } from '../model/attestation/acts.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { DAY_MS, later } from '../model/kernel/time.js';
import { signedByOf, signer } from './act-transaction.js';
import { newContract } from './new-contract.js';

/** Attestations. */
export const AttestationContract = newContract('Attestation', attestationActs, {
  attest: async (tx) => {
    const { attestation, from, to } = tx.payload;
    // The day on which it is attested may be attested to its end.
    if (to < from || from > tx.now || to > later(tx.now, DAY_MS))
      throw new YaosuError('ATTESTATION_PERIOD_WRONG', { from, to });
    const attestedBy = signedByOf(tx, 'attester');
    const { person } = signer(tx, 'attester').key;
    const record = { enterprise: attestedBy.enterprise, attestedBy, assertedByMachine: person === null };
    tx.state.put('att', [attestation], { ...tx.payload, ...record });
    tx.emit('AttestationMade', [keyOf('att', attestation)]);
    return Promise.resolve({ key: keyOf('att', attestation) });
  },
});
