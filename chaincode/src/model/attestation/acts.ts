import { done } from '../kernel/done.js';
import { act, defineActs } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { attestationRecord } from './schemas.js';

/** Roots of records that are kept elsewhere. */
export const attestationActs = defineActs('Attestation', {
  attest: act({
    summary: 'An enterprise attests the root of records that it keeps.',
    kind: 'permission',
    signature: 'machine',
    meaning: 'authorship',
    parties: { attester: { roles: 'any', functions: [] } },
    input: attestationRecord.pick({
      attestation: true,
      kind: true,
      root: true,
      count: true,
      from: true,
      to: true,
    }),
    output: done,
    subject: 'att',
    declares: (payload) => [keyOf('att', payload.attestation)],
    creates: 'ATTESTATION_EXISTS',
    endorsers: ['regulator', { hostOf: 'attester' }, 'witness'],
    emits: ['AttestationMade'],
    errors: ['ATTESTATION_EXISTS', 'ATTESTATION_PERIOD_WRONG'],
  }),
});
