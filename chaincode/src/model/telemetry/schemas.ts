/** Cold chain: what a product bears, what was read on the way, and what became of an excursion. */
import * as z from 'zod';
import { gln, recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { digest, enterpriseId, officialNumber, recordId } from '../kernel/text.js';
import { day, instant } from '../kernel/time.js';
import { CONTINGENCY_KINDS } from '../shipment/states.js';
import {
  CHANNELS,
  DISPOSITIONS_OF_LOAD,
  DOUBTS,
  EXCURSION_KINDS,
  OFFER_STATES,
  SOURCES,
  VERDICTS,
} from './states.js';

const LOWEST = -27_315;
const HIGHEST = 20_000;
const MAX_MINUTES = 1_000_000;
/** Hundredths of a degree Celsius. */
export const centiCelsius = z.int().min(LOWEST).max(HIGHEST);
const minutes = z.int().min(0).max(MAX_MINUTES);

/** How long goods may be beyond a bound: unbroken, and in sum. */
export const limit = z.strictObject({
  channel: z.enum(CHANNELS),
  minCentiCelsius: centiCelsius.nullable(),
  maxCentiCelsius: centiCelsius.nullable(),
  maxUnbrokenMinutes: minutes,
  maxTotalMinutes: minutes,
});
/** A limit of a profile. */
export type Limit = z.infer<typeof limit>;

/** `prof~P~edition`: what the MAH says that its product bears. */
export const profileRecord = z.strictObject({
  ...recordBase,
  /** HMAC of the product code under the owner's secret. */
  product: digest,
  edition: z.int().min(1).max(9999),
  owner: enterpriseId,
  limits: z.array(limit).min(1).max(6),
  /** Never below 0 °C, not for a moment. */
  neverFreeze: z.boolean(),
  /** Minutes beyond the limits that a load may use up over all its excursions and still be released. */
  budgetMinutes: minutes,
});
/** A profile. */
export type ProfileRecord = z.infer<typeof profileRecord>;

const MAX_RUNS = 42;
const milliseconds = z.int().min(0);
const point = z.strictObject({ at: z.int(), value: centiCelsius });
/** Unbroken time beyond a bound, milliseconds since 1970. */
const run = z.strictObject({ from: z.int(), to: z.int() });
/** A run. */
export type Run = z.infer<typeof run>;

/** What readings say of one bound: enough to be joined with what comes before and after. */
export const tally = z.strictObject({
  /** The first reading lies beyond: its run may have begun earlier. */
  openLeft: z.boolean(),
  /** The last reading lies beyond: its run may go on. */
  openRight: z.boolean(),
  /** Runs at open edges, and between them the first ones that were too long. */
  runs: z.array(run).max(MAX_RUNS),
  /** First moment beyond. */
  since: z.int().nullable(),
  total: milliseconds,
  longest: milliseconds,
});
/** A tally of one bound. */
export type Tally = z.infer<typeof tally>;

/** Summary of readings: the same whatever way they were cut into pages. */
export const summary = z.strictObject({
  first: point,
  last: point,
  count: z.int().min(1),
  minimum: centiCelsius,
  maximum: centiCelsius,
  intervalSeconds: z.int().min(1),
  gaps: z.int().min(0),
  gapTotal: milliseconds,
  /** One a bound, in the order of the profile's bounds. */
  tallies: z.array(tally).max(14),
});
/** A summary. */
export type Summary = z.infer<typeof summary>;

const MAX_PAGE_READINGS = 2_000;
const DAY_SECONDS = 86_400;
/** Readings of equal distance, compact: the first value, then differences, all hundredths of a degree. */
export const pageReadings = z.strictObject({
  sequence: z.int().min(0).max(10_000_000),
  from: instant,
  intervalSeconds: z.int().min(1).max(DAY_SECONDS),
  values: z.array(z.int()).min(1).max(MAX_PAGE_READINGS),
});
/** A page as it is signed. */
export type PageReadings = z.infer<typeof pageReadings>;

/** `page~LOGGER~seq`: summary and root stay; the readings lie in the block and the vault. */
export const pageRecord = z.strictObject({
  ...recordBase,
  logger: digest,
  sequence: z.int().min(0),
  shipment: recordId,
  root: digest,
  summary,
  source: z.enum(SOURCES),
  calibratedUntil: day,
  reporter: signedBy,
  /** Verdict on all pages of this logger and shipment, this one included, when it came. */
  verdict: z.enum(VERDICTS),
  doubts: z.array(z.enum(DOUBTS)),
});
/** A page. */
export type PageRecord = z.infer<typeof pageRecord>;

/** A contingency that was offered. */
export const offer = z.strictObject({
  kind: z.enum(CONTINGENCY_KINDS),
  enterprise: enterpriseId,
  site: gln.nullable(),
  state: z.enum(OFFER_STATES),
  offeredAt: instant,
  acknowledged: z.strictObject({ by: signedBy, at: instant }).nullable(),
  answered: z.strictObject({ by: signedBy, at: instant }).nullable(),
  executed: z.strictObject({ by: signedBy, at: instant }).nullable(),
});
/** An offer. */
export type Offer = z.infer<typeof offer>;

/** `exc~S~episode` */
export const excursionRecord = z.strictObject({
  ...recordBase,
  shipment: recordId,
  /** SHA-256 of logger, bound, kind and begin; of a logger that was reported, of its id alone. */
  episode: digest,
  logger: digest,
  /** Number of the bound in the profile's order; null when a logger was reported. */
  bound: z.int().min(0).nullable(),
  kind: z.enum(EXCURSION_KINDS),
  from: instant,
  /** Null when a logger was reported: nothing is known of the load from then on. */
  to: instant.nullable(),
  /** Whole minutes beyond that were measured. */
  minutes: z.int().min(0),
  openedAt: instant,
  /** Who said that the logger is lost or faulty, and what happened: a document. */
  report: z.strictObject({ reason: digest, by: signedBy }).nullable(),
  offers: z.array(offer).max(8),
  disposition: z
    .strictObject({
      outcome: z.enum(DISPOSITIONS_OF_LOAD),
      deviationNo: officialNumber,
      stability: digest,
      consumedMinutes: minutes,
      by: signedBy,
      at: instant,
    })
    .nullable(),
});
/** An excursion. */
export type ExcursionRecord = z.infer<typeof excursionRecord>;
