import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest } from '../kernel/text.js';

const owner: PartyRule = {
  roles: 'any',
  functions: ['root', 'administrator', 'qualityManager', 'qualifiedPerson', 'pharmacist', 'inspector'],
};

/** Facts that contradict the ledger, settled. */
export const disputeActs = defineActs('Dispute', {
  resolve: act({
    summary:
      'All owners of a dispute together, or an authority alone, say whether the fact stands; one that is upheld is told again as a new fact.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { first: owner, second: { ...owner, optional: true }, third: { ...owner, optional: true } },
    input: z.strictObject({ dispute: digest, outcome: z.enum(['upheld', 'void']), reason: digest }),
    output: done,
    subject: 'disp',
    declares: (payload) => [keyOf('disp', payload.dispute)],
    // An authority may resolve alone, and then its host is none of the owners'.
    endorsers: ['regulator', 'others'],
    emits: ['DisputeResolved'],
    errors: ['DISPUTE_NOT_FOUND', 'DISPUTE_RESOLVED', 'DISPUTE_OWNER_MISSING', 'PARTY_NOT_CONCERNED'],
  }),
});
