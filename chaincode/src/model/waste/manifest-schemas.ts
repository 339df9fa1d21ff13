/** The manifest 转移联单: one a vehicle trip, from the generator's gate to the acceptor's scales. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { digest, enterpriseId, officialNumber, recordId, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { grams, weights, year } from './schemas.js';
import {
  DANGEROUS_CLASSES,
  DIFFERENCE_REASONS,
  DRUM_VERDICTS,
  LOADING_REFUSALS,
  MANIFEST_STATES,
} from './states.js';
import { wasteCode } from './waste-code.js';

/** A drum as it left: weights at the generator's scales. */
export const manifestLine = z.strictObject({
  drum: digest,
  stream: recordId,
  dangerousClass: z.enum(DANGEROUS_CLASSES),
  sent: weights,
});
/** A line of a manifest. */
export type ManifestLine = z.infer<typeof manifestLine>;

/** A drum as it came: weights at the acceptor's scales; all zero when it is missing. */
export const receivedDrum = z.strictObject({
  drum: digest,
  verdict: z.enum(DRUM_VERDICTS),
  ...weights.shape,
});
/** What the acceptor says of a drum. */
export type ReceivedDrum = z.infer<typeof receivedDrum>;

/** A difference that the generator has to answer, told to it and to the environment authority. */
export const difference = z.strictObject({
  drum: digest,
  kind: z.enum(['weight', 'missing', 'refused']),
  sentNet: grams,
  receivedNet: grams,
  /** Edition of the tolerance that it was judged by. */
  edition: z.int().min(1),
  owner: enterpriseId,
  reportedTo: z.array(z.enum(['generator', 'environment'])).max(2),
  answer: z
    .strictObject({ reason: z.enum(DIFFERENCE_REASONS), statement: digest, by: signedBy, at: instant })
    .nullable(),
});
/** A difference. */
export type Difference = z.infer<typeof difference>;

/** `man~M` */
export const manifestRecord = z.strictObject({
  ...recordBase,
  manifest: recordId,
  generator: enterpriseId,
  from: gln,
  disposer: enterpriseId,
  to: gln,
  /** Who carries it now. */
  carrier: enterpriseId,
  carriers: z.array(enterpriseId).min(1).max(10),
  vehicle: text(20),
  code: wasteCode,
  year,
  lines: z.array(manifestLine).min(1).max(20),
  /** Grams reserved of the plan. */
  reserved: grams,
  state: z.enum(MANIFEST_STATES),
  /** Number that the state platform gives (14 digits), never home-made. */
  externalNo: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  syncState: z.enum(['notSent', 'sent', 'accepted', 'refused']),
  permit: officialNumber.nullable(),
  departed: z
    .strictObject({ generator: signedBy, driver: signedBy, escort: signedBy.nullable(), at: instant })
    .nullable(),
  /** The carrier did not load it: why, and what proves it. */
  refusal: z
    .strictObject({ reason: z.enum(LOADING_REFUSALS), evidence: digest, driver: signedBy, at: instant })
    .nullable(),
  handOvers: z
    .array(z.strictObject({ giver: signedBy, taker: signedBy, vehicle: text(20), at: instant }))
    .max(10),
  received: z
    .strictObject({
      drums: z.array(receivedDrum),
      weighbridge: digest,
      acceptor: signedBy,
      driver: signedBy,
      at: instant,
    })
    .nullable(),
  differences: z.array(difference).max(40),
  closed: z.strictObject({ by: signedBy, at: instant, certificate: digest.nullable() }).nullable(),
});
/** A manifest. */
export type ManifestRecord = z.infer<typeof manifestRecord>;
