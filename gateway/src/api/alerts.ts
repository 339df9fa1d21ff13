/** Alerts about serialised objects, and what whoever looked has found. */
import {
  ALERT_CAUSES,
  ALERT_CLASSES,
  ALERT_STATES,
  SIGHTING_STEPS,
  TRIAGE_OUTCOMES,
} from '@yaosu/chaincode/model/alert/states';
import { batchId, digest, enterpriseId, text } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';

/** Longest note of a finding. */
export const MAX_NOTE = 500;
const MAX_TRIAGES = 100;

/** What somebody has found. */
export const triageBody = z.strictObject({
  alert: digest,
  outcome: z.enum(TRIAGE_OUTCOMES),
  cause: z.enum(ALERT_CAUSES),
  note: text(MAX_NOTE),
  /** Findings that its author has seen: none may come between. */
  seen: z.int().min(0).max(MAX_TRIAGES).default(0),
});
/** What somebody has found. */
export type TriageBody = z.output<typeof triageBody>;

/** A finding as it is kept; its author by key. */
export const triageView = triageBody
  .omit({ alert: true, seen: true })
  .extend({ enterprise: enterpriseId, kid: z.string(), at: z.string() });
/** A finding as it is kept. */
export type TriageView = z.output<typeof triageView>;

/** A sighting; what another firm has reported keeps its place, holder and source to itself. */
export const sightingView = z.strictObject({
  at: z.string(),
  recordedAt: z.string(),
  step: z.enum(SIGHTING_STEPS),
  source: z.enum(['judged', 'reported']),
  isWithheld: z.boolean(),
  place: z.string().nullable(),
  holder: z.string().nullable(),
  parent: z.string().nullable(),
  /** Hash of the event. */
  event: z.string().nullable(),
  txId: digest.nullable(),
});
/** A sighting as it is shown. */
export type SightingView = z.output<typeof sightingView>;

/** An alert. */
export const alertView = z
  .strictObject({
    id: digest,
    /** The ledger's name of the object. */
    epc: z.string(),
    state: z.enum(ALERT_STATES),
    class: z.enum(ALERT_CLASSES),
    cause: z.enum(ALERT_CAUSES),
    whose: enterpriseId,
    batches: z.array(batchId),
    /** Block by which it was raised, and the one that explains it. */
    block: z.int(),
    settledBlock: z.int().nullable(),
    sighting: sightingView,
    /** Null: what the ledger knows of holders. */
    other: sightingView.nullable(),
    triages: z.array(triageView),
  })
  .meta({ id: 'Alert' });
/** An alert. */
export type AlertView = z.output<typeof alertView>;

/** Name → definition. */
export const ALERT_READS = {
  alerts: read({
    path: '/api/alerts',
    summary: 'Sightings of serialised objects that do not go together, the newest first',
    access: 'session',
    params: none,
    query: page.extend({
      state: z.enum(ALERT_STATES).optional(),
      class: z.enum(ALERT_CLASSES).optional(),
    }),
    response: z.strictObject({ ...asOf, ...cursor, alerts: z.array(alertView) }),
  }),
} as const;
