import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act } from '../kernel/define-acts.js';
import type { ErrorCode } from '../kernel/errors.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest } from '../kernel/text.js';

const onBatch = {
  kind: 'permission',
  signature: 'quality',
  meaning: 'approval',
  output: done,
  subject: 'batch',
  declares: (payload: { batch: string }): readonly string[] => [keyOf('batch', payload.batch)],
} as const;

const INVESTIGATION_ERRORS: readonly ErrorCode[] = ['OOS_OPEN', 'DEVIATION_OPEN', 'CONCLUSION_ADVERSE'];
const BLOCK_ERRORS: readonly ErrorCode[] = [
  'BATCH_NOT_FOUND',
  'ENTERPRISE_FOREIGN',
  'STATE_WRONG',
  'BATCH_STOPPED',
  'BATCH_HELD',
  'BATCH_EXPIRED',
];

/** The two releases, and the verdict against a batch. */
export const releaseActs = {
  releaseFromSite: act({
    ...onBatch,
    summary:
      'The qualified person of the maker, or of the receiver of a lot, releases a batch that everything speaks for (出厂放行).',
    parties: {
      releaser: { roles: ['manufacturer', 'cdmo', 'supplier'], functions: ['qualifiedPerson'] },
    },
    input: z.strictObject({ batch: batchId }),
    endorsers: ['regulator', { hostOf: 'releaser' }],
    emits: ['BatchReleasedFromSite'],
    errors: [
      ...BLOCK_ERRORS,
      'INPUT_NOT_RELEASED',
      'RESULT_MISSING',
      ...INVESTIGATION_ERRORS,
      'REVIEW_MISSING',
      'PERSON_INVOLVED',
    ],
  }),
  releaseToMarket: act({
    ...onBatch,
    summary:
      "The marketing authorisation holder's qualified person releases a packed batch for sale (上市放行).",
    parties: { releaser: { roles: ['mah'], functions: ['qualifiedPerson'] } },
    input: z.strictObject({ batch: batchId }),
    endorsers: ['regulator', { hostOf: 'releaser' }],
    emits: ['BatchReleasedToMarket'],
    errors: [...BLOCK_ERRORS, 'BATCH_KIND_FORBIDDEN', 'BATCH_NOT_RELEASED', ...INVESTIGATION_ERRORS],
  }),
  reject: act({
    ...onBatch,
    summary: 'Quality of the maker or of the marketing authorisation holder rejects a batch, for good.',
    parties: {
      quality: {
        roles: ['manufacturer', 'cdmo', 'supplier', 'mah'],
        functions: ['qualityManager', 'qualifiedPerson'],
      },
    },
    input: z.strictObject({ batch: batchId, reason: digest }),
    endorsers: ['regulator', { hostOf: 'quality' }],
    emits: ['BatchRejected'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG'],
  }),
};
