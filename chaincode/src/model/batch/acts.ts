import * as z from 'zod';
import { act, defineActs } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId } from '../kernel/text.js';
import { batchRecord, documentRecord } from './schemas.js';

/** Batches from their registration on. */
export const batchActs = defineActs('Batch', {
  register: act({
    summary: 'The maker registers a batch under its opaque id, with its identity document escrowed.',
    kind: 'permission',
    signature: 'person',
    meaning: 'authorship',
    parties: { issuer: { roles: ['supplier', 'manufacturer', 'cdmo'], functions: ['production'] } },
    input: batchRecord
      .omit({ v: true, by: true, issuer: true, owner: true, disposition: true, market: true, identity: true })
      .extend({ identity: documentRecord.omit({ v: true, by: true, owner: true, kind: true }) }),
    output: z.strictObject({ batch: batchId }),
    subject: 'batch',
    declares: (payload) => [keyOf('batch', payload.batch)],
    creates: 'BATCH_EXISTS',
    endorsers: ['regulator', { hostOf: 'issuer' }],
    emits: ['BatchRegistered'],
    errors: [
      'BATCH_EXISTS',
      'BATCH_KIND_FORBIDDEN',
      'BATCH_DATE_WRONG',
      'ENTERPRISE_FOREIGN',
      'ENTERPRISE_NOT_FOUND',
      'ROLE_NOT_HELD',
      'SITE_NOT_FOUND',
      'DOCUMENT_EXISTS',
      'ESCROW_MISSING',
    ],
  }),
});
