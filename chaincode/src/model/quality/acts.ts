import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { positive, unit } from '../kernel/quantity.js';
import { batchId, digest, recordId, text } from '../kernel/text.js';
import { gln } from '../enterprise/schemas.js';
import { SAMPLED_STATUSES } from '../stock/states.js';
import { CONCLUSIONS, DEVIATIONS, SEVERITIES } from './states.js';

const ROLES = ['manufacturer', 'cdmo', 'supplier', 'mah'] as const;
const onBatch = {
  signature: 'quality',
  output: done,
  subject: 'batch',
  declares: (payload: { batch: string }): readonly string[] => [keyOf('batch', payload.batch)],
} as const;

/** What quality records of a batch before and after its release. */
export const qualityActs = defineActs('Quality', {
  sample: act({
    ...onBatch,
    summary:
      'An analyst takes a sample of the own batch, out of stock or, without a site, out of the process.',
    kind: 'permission',
    meaning: 'authorship',
    parties: { analyst: { roles: ROLES, functions: ['analyst'] } },
    input: z.strictObject({
      batch: batchId,
      sample: recordId,
      quantity: positive,
      unit,
      site: gln.nullable(),
    }),
    takes: ({ site, sample: _, ...wanted }, enterpriseOf) =>
      site === null ? [] : [{ ...wanted, site, holder: enterpriseOf('analyst'), statuses: SAMPLED_STATUSES }],
    endorsers: ['regulator', { hostOf: 'analyst' }],
    emits: ['QualitySampled'],
    errors: [
      'BATCH_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'UNIT_MISMATCH',
      'PARCELS_INSUFFICIENT',
      'PICKS_STALE',
    ],
  }),
  result: act({
    ...onBatch,
    summary:
      'An analyst records a test result; one out of specification blocks the release until it is investigated.',
    kind: 'fact',
    meaning: 'authorship',
    parties: { analyst: { roles: ROLES, functions: ['analyst'] } },
    input: z.strictObject({
      batch: batchId,
      /** Command that recorded the sample. */
      sample: digest,
      parameter: digest,
      method: digest,
      verdict: z.enum(['pass', 'fail']),
      value: digest,
      limit: digest,
    }),
    endorsers: ['regulator', { hostOf: 'analyst' }],
    emits: ['QualityResultRecorded'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'SUBJECT_NOT_FOUND'],
  }),
  review: act({
    ...onBatch,
    summary:
      'A reviewer who tested nothing of it signs the review of the batch record (GMP 2010, article 230).',
    kind: 'permission',
    meaning: 'review',
    parties: { reviewer: { roles: ROLES, functions: ['reviewer'] } },
    input: z.strictObject({ batch: batchId, report: digest }),
    endorsers: ['regulator', { hostOf: 'reviewer' }],
    emits: ['QualityReviewed'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'PERSON_INVOLVED'],
  }),
  openDeviation: act({
    ...onBatch,
    summary: 'Whoever answers for a batch opens a deviation, which blocks its release until it is closed.',
    kind: 'fact',
    meaning: 'authorship',
    parties: {
      opener: {
        roles: ROLES,
        functions: ['production', 'analyst', 'reviewer', 'qualityManager', 'qualifiedPerson'],
      },
    },
    input: z.strictObject({
      batch: batchId,
      deviation: z.enum(DEVIATIONS),
      severity: z.enum(SEVERITIES),
      /** Command of the result that it is about. */
      about: digest.nullable(),
      description: digest,
      number: text(40),
    }),
    endorsers: ['regulator', { hostOf: 'opener' }],
    emits: ['QualityDeviationOpened'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'SUBJECT_NOT_FOUND'],
  }),
  close: act({
    ...onBatch,
    summary: 'Quality closes a deviation or the investigation of a failed result that another person opened.',
    kind: 'permission',
    meaning: 'approval',
    parties: { closer: { roles: ROLES, functions: ['qualityManager', 'qualifiedPerson'] } },
    input: z.strictObject({
      batch: batchId,
      /** Command that opened it. */
      record: digest,
      conclusion: z.enum(CONCLUSIONS),
      report: digest,
    }),
    subject: 'qa',
    declares: ({ batch, record }) => [keyOf('qa', batch, record)],
    endorsers: ['regulator', { hostOf: 'closer' }],
    emits: ['QualityClosed'],
    errors: ['BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'SUBJECT_NOT_FOUND', 'STATE_WRONG', 'PERSON_INVOLVED'],
  }),
});
