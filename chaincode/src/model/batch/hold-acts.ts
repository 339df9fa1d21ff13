import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest } from '../kernel/text.js';
import { parcelRef } from '../stock/parcel-ref.js';

const keeper: PartyRule = {
  roles: 'any',
  functions: ['qualityManager', 'qualifiedPerson', 'warehouseKeeper', 'pharmacist', 'inspector'],
};

/** Holds: several may stand at once, each with its owner and reason. */
export const holdActs = {
  hold: act({
    summary:
      'Whoever answers for a batch or has some of it puts it on hold; it is neither used, sold nor released.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { keeper },
    input: z.strictObject({
      batch: batchId,
      reason: digest,
      /** A parcel of it that the signer has, when nothing else ties the signer to the batch. */
      parcel: parcelRef.nullable(),
    }),
    output: done,
    subject: 'batch',
    declares: ({ batch }) => [keyOf('batch', batch)],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['BatchHeld'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED'],
  }),
  unhold: act({
    summary: 'The enterprise that placed a hold lifts it, or an authority does.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { keeper },
    input: z.strictObject({
      batch: batchId,
      /** Command that placed it. */
      hold: digest,
    }),
    output: done,
    subject: 'hold',
    declares: ({ batch, hold }) => [keyOf('hold', batch, hold)],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['BatchUnheld'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG'],
  }),
};
