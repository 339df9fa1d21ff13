/** The read of the quality desk: what waits for the caller's quality, for how long, and what it blocks. */
import { HEADS, type ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import { KEY_FUNCTIONS, type KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { batchId, digest, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import * as z from 'zod';
import { queryText } from './query-text.js';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';
import { WHOSE } from './validity.js';

/** What may wait, in the order of haste. */
export const DESK_KINDS = [
  'excursion',
  'oos',
  'deviation',
  'sample',
  'review',
  'siteRelease',
  'marketRelease',
  'hold',
] as const;
/** One of {@link DESK_KINDS}. */
export type DeskKind = (typeof DESK_KINDS)[number];

/** Kind → the act that ends the waiting. */
export const DESK_ACTS: Readonly<Record<DeskKind, ActHead>> = {
  excursion: HEADS.Telemetry.dispose,
  oos: HEADS.Quality.close,
  deviation: HEADS.Quality.close,
  sample: HEADS.Quality.result,
  review: HEADS.Quality.review,
  siteRelease: HEADS.Batch.releaseFromSite,
  marketRelease: HEADS.Batch.releaseToMarket,
  hold: HEADS.Batch.unhold,
};

/** Kind → functions whose turn it is. */
export const turnOf = (kind: DeskKind): readonly KeyFunction[] =>
  Object.values(DESK_ACTS[kind].parties).flatMap(({ functions }) => functions);

/** Days after which something that waits is overdue: the house's aims, which no peer judges by. */
export const AIM_DAYS: Readonly<Record<DeskKind, number>> = {
  excursion: 1,
  oos: 30,
  deviation: 30,
  sample: 10,
  review: 3,
  siteRelease: 20,
  marketRelease: 7,
  hold: 30,
};

/** How it stands: past its aim, to be decided now, or with conditions that are not met yet. */
export const DESK_STATES = ['overdue', 'ready', 'blocked'] as const;

/** What goods or acts wait for it. */
export const BLOCKED = ['siteRelease', 'marketRelease', 'use', 'load'] as const;

/** Something at the desk. */
export const deskItem = z
  .strictObject({
    /** Kind and record. */
    id: z.string(),
    kind: z.enum(DESK_KINDS),
    /** The record that the act is about, and what of it is seen. */
    key: z.string(),
    hash: digest,
    /** Batches that it is about; several of a load. */
    batches: z.array(batchId),
    /** What people call it: label of a sample, number of a deviation or of a note that accompanies a load; null without such a name. */
    name: z.string().nullable(),
    severity: z.string().nullable(),
    /** Since when it waits, and when it is overdue. */
    since: instant,
    due: instant,
    state: z.enum(DESK_STATES),
    whose: z.enum(WHOSE),
    /** Whose turn it is: one of its people with one of these functions. */
    turn: z.strictObject({ enterprise: enterpriseId, functions: z.array(z.enum(KEY_FUNCTIONS)) }),
    /** The asking person has a part in it, so that another one has to act. */
    isInvolved: z.boolean(),
    blocks: z.array(z.enum(BLOCKED)),
    /** Of a release: each condition in the peers' order, with the records that fail it; none fails one that is met. */
    conditions: z.array(z.strictObject({ code: z.string(), failedBy: z.array(z.string()) })),
  })
  .meta({ id: 'DeskItem' });
/** Something at the desk. */
export type DeskItem = z.output<typeof deskItem>;

const MAX_TEXT = 100;
/** Filters of the desk. */
export const deskQuery = {
  kind: z.enum(DESK_KINDS).optional(),
  state: z.enum(DESK_STATES).optional(),
  whose: z.enum(WHOSE).optional(),
  batch: batchId.optional(),
  /** Words of product, name or lot, or the beginning of a batch's id. */
  q: queryText(MAX_TEXT).trim().min(1).optional(),
} as const;

/** Name → definition. */
export const QUALITY_READS = {
  qualityDesk: read({
    path: '/api/quality-desk',
    summary:
      "What waits for the quality of the caller's firm: overdue first, then the longest waiting; and how much of each kind",
    access: 'session',
    params: none,
    query: page.extend(deskQuery),
    response: z.strictObject({
      ...asOf,
      ...cursor,
      items: z.array(deskItem),
      /** How much of each kind there is, whatever the kind that is asked for. */
      counts: z.record(z.enum(DESK_KINDS), z.int().min(0)),
    }),
  }),
} as const;
