import * as z from 'zod';
import { documentDigests } from '../document/schemas.js';
import { act, defineActs } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { positive } from '../kernel/quantity.js';
import { batchId } from '../kernel/text.js';
import { holdActs } from './hold-acts.js';
import { releaseActs } from './release-acts.js';
import { batchRecord } from './schemas.js';
import { transform } from './transform-act.js';

const registerInput = batchRecord
  .omit({ v: true, by: true, issuer: true, owner: true, disposition: true, market: true, identity: true })
  .extend({
    identity: documentDigests,
    /** Quantity of a lot whose own inputs are not in the network; null when a transform will make it. */
    made: positive.nullable(),
    /** Supplier's batch of which this is the receiver's own lot, one per delivery. */
    receivedFrom: batchId.nullable(),
  });
/** Payload of `Batch.register`. */
export type RegisterPayload = z.output<typeof registerInput>;

/** Batches from their registration on. */
export const batchActs = defineActs('Batch', {
  register: act({
    summary:
      'The maker or receiver registers a batch under its opaque id, with its identity document escrowed.',
    kind: 'permission',
    signature: 'person',
    meaning: 'authorship',
    parties: {
      issuer: {
        roles: ['supplier', 'manufacturer', 'cdmo'],
        functions: ['production', 'warehouseKeeper'],
      },
    },
    input: registerInput,
    output: z.strictObject({ batch: batchId }),
    subject: 'batch',
    declares: (payload) => [keyOf('batch', payload.batch)],
    creates: 'BATCH_EXISTS',
    endorsers: ['regulator', { hostOf: 'issuer' }],
    emits: ['BatchRegistered'],
    errors: [
      'BATCH_EXISTS',
      'BATCH_NOT_FOUND',
      'BATCH_KIND_FORBIDDEN',
      'BATCH_DATE_WRONG',
      'BATCH_ORIGIN_WRONG',
      'ENTERPRISE_FOREIGN',
      'ENTERPRISE_NOT_FOUND',
      'ROLE_NOT_HELD',
      'SITE_NOT_FOUND',
      'DOCUMENT_EXISTS',
      'ESCROW_MISSING',
    ],
  }),
  transform,
  ...releaseActs,
  ...holdActs,
});
