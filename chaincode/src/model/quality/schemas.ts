/** Quality's records of a batch; details are digests. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { decimal, unit } from '../kernel/quantity.js';
import { batchId, digest, recordId, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { CONCLUSIONS, DEVIATIONS, SEVERITIES } from './states.js';

const base = {
  ...recordBase,
  batch: batchId,
  /** Command that wrote it first, which names the record. */
  cmd: digest,
  signedBy,
  /** Transaction time. */
  at: instant,
};

/** How an out-of-specification result or a deviation was closed. */
const closing = z.strictObject({
  conclusion: z.enum(CONCLUSIONS),
  report: digest,
  signedBy,
  at: instant,
});

const sampleRecord = z.strictObject({
  ...base,
  kind: z.literal('sample'),
  /** Label of the sample. */
  sample: recordId,
  quantity: decimal,
  unit,
});

const resultRecord = z.strictObject({
  ...base,
  kind: z.literal('result'),
  /** Command that recorded the sample. */
  sample: digest,
  parameter: digest,
  method: digest,
  verdict: z.enum(['pass', 'fail']),
  value: digest,
  limit: digest,
  /** Investigation of a failed one; null while it is open, and always for one that passed. */
  closed: closing.nullable(),
});

const reviewRecord = z.strictObject({ ...base, kind: z.literal('review'), report: digest });

const deviationRecord = z.strictObject({
  ...base,
  kind: z.literal('deviation'),
  deviation: z.enum(DEVIATIONS),
  severity: z.enum(SEVERITIES),
  /** Command of the result that it is about. */
  about: digest.nullable(),
  description: digest,
  number: text(40),
  closed: closing.nullable(),
});

/** `qa~B~cmd` */
export const qualityRecord = z.discriminatedUnion('kind', [
  sampleRecord,
  resultRecord,
  reviewRecord,
  deviationRecord,
]);
/** A record of the quality side. */
export type QualityRecord = z.infer<typeof qualityRecord>;
