import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { recordId } from '../kernel/text.js';
import { parcelRef } from '../stock/parcel-ref.js';
import { caseRecord } from './schemas.js';

const inspector: PartyRule = { roles: ['authority'], functions: ['inspector'] };
const common = {
  kind: 'permission',
  signature: 'person',
  meaning: 'responsibility',
  parties: { inspector },
  output: done,
  subject: 'case',
  declares: (payload: { readonly case: string }) => [keyOf('case', payload.case)],
  endorsers: ['regulator', 'witness'],
} as const;

/** What authorities do on the ledger beside registering firms. */
export const authorityActs = defineActs('Authority', {
  openCase: act({
    ...common,
    summary: 'An authority opens a case with a purpose; within it, it may read the closure of the root.',
    input: caseRecord
      .pick({ case: true, root: true, purpose: true, grounds: true, site: true })
      /** A parcel of the root at that site, when it is not the site where the root was made. */
      .extend({ parcel: parcelRef.nullable() }),
    creates: 'CASE_EXISTS',
    emits: ['AuthorityCaseOpened'],
    errors: ['CASE_EXISTS', 'BATCH_NOT_FOUND', 'SITE_NOT_FOUND', 'CASE_OUT_OF_AREA'],
  }),
  closeCase: act({
    ...common,
    summary: 'The authority closes its case; it reads no more by it.',
    input: z.strictObject({ case: recordId }),
    emits: ['AuthorityCaseClosed'],
    errors: ['CASE_NOT_FOUND', 'CASE_CLOSED', 'PARTY_NOT_CONCERNED'],
  }),
});
