import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest, officialNumber, recordId } from '../kernel/text.js';
import {
  investigationRecord,
  recallCount,
  recallMemberRecord,
  reconciledCount,
  recallRecord,
  recallResponseRecord,
} from './schemas.js';
import {
  host,
  inspector,
  MAX_BATCHES,
  MAX_MEMBERS,
  opener,
  reporter,
  responder,
  starter,
} from './parties.js';
import { RECALL_CLASSES, SIGNAL_SOURCES } from './states.js';

const batches = z.array(batchId).min(1).max(MAX_BATCHES);
const ofInvestigation = (payload: { readonly investigation: string }): readonly string[] => [
  keyOf('inv', payload.investigation),
];
const permission = { kind: 'permission', subject: 'inv', output: done, declares: ofInvestigation } as const;
const consequence = {
  kind: 'consequence',
  signature: 'consequence',
  meaning: 'responsibility',
  subject: 'inv',
  output: done,
  declares: ofInvestigation,
  parties: { host },
  endorsers: ['regulator', { hostOf: 'host' }, 'witness'],
} as const;

/** From an adverse signal to the closed recall. */
export const recallActs = defineActs('Recall', {
  signal: act({
    ...permission,
    summary:
      'Anybody who handles drugs reports an adverse signal about a batch, or one that a drill begins with.',
    signature: 'person',
    meaning: 'responsibility',
    parties: { reporter },
    input: z.strictObject({
      investigation: recordId,
      drill: investigationRecord.shape.drill,
      source: z.enum(SIGNAL_SOURCES),
      batch: batchId,
      signal: digest,
    }),
    creates: 'INVESTIGATION_EXISTS',
    endorsers: ['regulator', { hostOf: 'reporter' }, 'witness'],
    emits: ['RecallSignalled'],
    errors: ['INVESTIGATION_EXISTS', 'BATCH_NOT_FOUND'],
  }),
  investigate: act({
    ...permission,
    summary: 'Who answers for the root batches, or an authority, starts to investigate a signal.',
    signature: 'quality',
    meaning: 'responsibility',
    parties: { starter },
    input: z.strictObject({ investigation: recordId, roots: z.array(batchId).min(1).max(50) }),
    endorsers: ['regulator', { hostOf: 'starter' }, 'witness'],
    emits: ['RecallInvestigated'],
    errors: ['INVESTIGATION_NOT_FOUND', 'STATE_WRONG', 'BATCH_NOT_FOUND', 'PARTY_NOT_CONCERNED'],
  }),
  stop: act({
    ...permission,
    summary: 'The investigator stops root batches; outside its own enterprise the stop is provisional.',
    signature: 'quality',
    meaning: 'responsibility',
    parties: { starter },
    input: z.strictObject({ investigation: recordId, batches }),
    endorsers: ['regulator', { hostOf: 'starter' }, 'witness'],
    emits: ['RecallStopped'],
    errors: [
      'INVESTIGATION_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'INVESTIGATION_NO_ROOT',
      'STATE_WRONG',
      'BATCH_NOT_FOUND',
    ],
  }),
  confirmStops: act({
    ...permission,
    summary: 'An authority confirms provisional stops, which then no longer lapse.',
    signature: 'person',
    meaning: 'approval',
    parties: { inspector },
    input: z.strictObject({ investigation: recordId, batches }),
    endorsers: ['regulator', 'witness'],
    emits: ['RecallStopsConfirmed'],
    errors: ['INVESTIGATION_NOT_FOUND', 'STATE_WRONG', 'STOP_NOT_FOUND'],
  }),
  extend: act({
    ...consequence,
    summary: 'Stops the children of stopped batches, one level, each proved by its edge.',
    input: z.strictObject({
      investigation: recordId,
      edges: z
        .array(z.strictObject({ from: batchId, to: batchId }))
        .min(1)
        .max(MAX_BATCHES),
    }),
    emits: ['RecallExtended'],
    errors: ['INVESTIGATION_NOT_FOUND', 'STATE_WRONG', 'STOP_NOT_DEMANDED'],
  }),
  seal: act({
    ...consequence,
    summary:
      'Proves a part of the closure complete: every child of its members is stopped and sealed, leaves first, roots last.',
    input: z.strictObject({ investigation: recordId, members: z.array(batchId).min(1).max(MAX_MEMBERS) }),
    emits: ['RecallSealed'],
    errors: ['INVESTIGATION_NOT_FOUND', 'STATE_WRONG', 'STOP_NOT_FOUND', 'SEAL_FRONTIER_OPEN'],
  }),
  decide: act({
    ...permission,
    summary:
      'Decides of members of the closure whether they are in scope; an excluded one is no longer stopped.',
    signature: 'quality',
    meaning: 'approval',
    parties: { starter },
    input: z.strictObject({
      investigation: recordId,
      decisions: z
        .array(
          z.strictObject({
            batch: batchId,
            verdict: recallMemberRecord.shape.decision.unwrap().shape.verdict,
            reason: digest,
          }),
        )
        .min(1)
        .max(MAX_BATCHES),
    }),
    endorsers: ['regulator', { hostOf: 'starter' }, 'witness'],
    emits: ['RecallDecided'],
    errors: [
      'INVESTIGATION_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'RECALL_MEMBER_NOT_FOUND',
      'STOP_NOT_FOUND',
    ],
  }),
  open: act({
    ...permission,
    summary: 'The MAH opens a recall of the marketed batches in scope, or an authority orders it.',
    signature: 'quality',
    meaning: 'approval',
    parties: { opener },
    input: z.strictObject({
      investigation: recordId,
      kind: recallRecord.shape.kind,
      orderNo: officialNumber.nullable(),
      class: z.enum(RECALL_CLASSES),
      depth: recallRecord.shape.depth,
      reason: digest,
    }),
    endorsers: ['regulator', { hostOf: 'opener' }, 'witness'],
    emits: ['RecallOpened'],
    errors: [
      'INVESTIGATION_NOT_FOUND',
      'STATE_WRONG',
      'RECALL_MEMBER_UNDECIDED',
      'RECALL_NOTHING_IN_SCOPE',
      'RECALL_MAH_WRONG',
      'RECALL_ORDER_WRONG',
    ],
  }),
  respond: act({
    kind: 'fact',
    summary: 'A holder responds with what it has counted of the recalled batches.',
    signature: 'person',
    meaning: 'responsibility',
    parties: { responder },
    input: z.strictObject({
      investigation: recordId,
      stage: recallResponseRecord.shape.stage,
      informed: recallResponseRecord.shape.informed,
      counts: z.array(recallCount).max(MAX_BATCHES),
    }),
    output: done,
    subject: 'rec',
    declares: (payload) => [keyOf('rec', payload.investigation)],
    endorsers: ['regulator', { hostOf: 'responder' }, 'witness'],
    emits: ['RecallResponded'],
    errors: [
      'INVESTIGATION_NOT_FOUND',
      'STATE_WRONG',
      'RECALL_BATCH_NOT_IN_SCOPE',
      'RECALL_COUNT_UNBALANCED',
      'UNIT_MISMATCH',
    ],
  }),
  close: act({
    ...permission,
    summary:
      'Who opened it, or an authority, closes a recall with its reconciliation, or an investigation without one.',
    signature: 'quality',
    meaning: 'approval',
    parties: { starter },
    input: z.strictObject({
      investigation: recordId,
      report: digest,
      counts: z.array(reconciledCount).max(MAX_BATCHES),
    }),
    endorsers: ['regulator', { hostOf: 'starter' }, 'witness'],
    emits: ['RecallClosed'],
    errors: [
      'INVESTIGATION_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'RECALL_MEMBER_UNDECIDED',
      'RECALL_BATCH_NOT_IN_SCOPE',
      'RECALL_COUNT_UNBALANCED',
      'RECALL_COUNT_INCOMPLETE',
      'UNIT_MISMATCH',
    ],
  }),
});
