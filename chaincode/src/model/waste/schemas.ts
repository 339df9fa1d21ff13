/** Waste in its place: streams, plans, drums, fills, groups and the transfer orders that they trigger. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { batchId, digest, enterpriseId, officialNumber, recordId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { DANGEROUS_CLASSES, DRUM_KINDS, DRUM_STATES, HAZARDS, WASTE_FORMS } from './states.js';
import { wasteCode } from './waste-code.js';

/** Whole grams ≥ 0. */
export const grams = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})$/, 'GRAMS')
  .meta({ id: 'Grams', examples: ['182500'] });
/** Whole grams > 0. */
export const someGrams = grams.refine((value) => value !== '0', 'POSITIVE');
/** A calendar year. */
export const year = z.string().regex(/^20\d{2}$/, 'YEAR');

/** `stream~W`: a hazardous stream is hazardous for good; it never leaves as general waste. */
export const streamRecord = z.strictObject({
  ...recordBase,
  stream: recordId,
  generator: enterpriseId,
  site: gln,
  code: wasteCode,
  /** Edition of the national catalogue that the code is of, e.g. 2025. */
  edition: year,
  form: z.enum(WASTE_FORMS),
  hazards: z.array(z.enum(HAZARDS)).min(1).max(5),
  hazardous: z.literal(true),
  /** Class on the road, which the carrier's licence must name. */
  dangerousClass: z.enum(DANGEROUS_CLASSES),
  /** Enterprise whose groups may count its fills: its own or that of the operator of a shared site. */
  operator: enterpriseId,
  /** Source, identification and composition lie in the vault. */
  details: digest,
});
/** A stream of waste. */
export type StreamRecord = z.infer<typeof streamRecord>;

/** `plan~GEN~DISP~code~year`: grams that both agreed on, out of the disposer's licence. */
export const planRecord = z.strictObject({
  ...recordBase,
  generator: enterpriseId,
  disposer: enterpriseId,
  code: wasteCode,
  year,
  licence: officialNumber,
  planned: grams,
  /** On manifests that are not closed. */
  reserved: grams,
  /** Received on closed manifests. */
  settled: grams,
});
/** A plan. */
export type PlanRecord = z.infer<typeof planRecord>;

/** Three weights of one drum; net = gross − tare. */
export const weights = z.strictObject({ gross: grams, tare: grams, net: grams });
/** Weights in grams. */
export type Weights = z.infer<typeof weights>;

/** `drum~h`: h is the SHA-256 of the code on it. */
export const drumRecord = z.strictObject({
  ...recordBase,
  drum: digest,
  kind: z.enum(DRUM_KINDS),
  generator: enterpriseId,
  site: gln,
  stream: recordId,
  tare: grams,
  state: z.enum(DRUM_STATES),
  openedAt: instant,
  sealed: z.strictObject({ ...weights.shape, at: instant, by: signedBy }).nullable(),
  manifest: recordId.nullable(),
});
/** A drum. */
export type DrumRecord = z.infer<typeof drumRecord>;

/** `fill~DRUM~cmd`: totals are the projection's, so that many may fill one drum at once. */
export const fillRecord = z.strictObject({
  ...recordBase,
  drum: digest,
  fill: digest,
  generator: enterpriseId,
  stream: recordId,
  grams: someGrams,
  sources: z.array(batchId).max(20),
  at: instant,
  /** Command of the trigger that counted it; every fill counts once. */
  countedBy: digest.nullable(),
});
/** A fill. */
export type FillRecord = z.infer<typeof fillRecord>;

/** `grp~G`: streams of one site, of one or several firms, whose fills together call for a transfer. */
export const groupRecord = z.strictObject({
  ...recordBase,
  group: recordId,
  operator: enterpriseId,
  site: gln,
  streams: z.array(recordId).min(1).max(20),
  threshold: someGrams,
});
/** A group of streams. */
export type GroupRecord = z.infer<typeof groupRecord>;

/** `trig~G~cmd`: the group's fills have reached its threshold; a transfer is due. */
export const triggerRecord = z.strictObject({
  ...recordBase,
  group: recordId,
  operator: enterpriseId,
  grams: someGrams,
  fills: z
    .array(z.strictObject({ drum: digest, fill: digest }))
    .min(1)
    .max(200),
  at: instant,
});
