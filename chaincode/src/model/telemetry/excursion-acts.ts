import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest, recordId } from '../kernel/text.js';
import { excursionRecord } from './schemas.js';

const host: PartyRule = { roles: 'any', functions: [] };
const driver: PartyRule = { roles: 'any', functions: ['driver'] };
const taker: PartyRule = { roles: 'any', functions: ['warehouseKeeper', 'dispatcher'] };
const ofExcursion = z.strictObject({ shipment: recordId, episode: digest });
const lane = ({ shipment, episode }: { shipment: string; episode: string }): readonly string[] => [
  keyOf('exc', shipment, episode),
];
const disposition = excursionRecord.shape.disposition.unwrap();
const common = { input: ofExcursion, output: done, subject: 'exc', declares: lane } as const;

/** Contingencies of an excursion, and the decision on the load. */
export const excursionActs = {
  offerContingency: act({
    summary: "The first of the shipment's contingencies that still qualifies is offered, once an episode.",
    kind: 'consequence',
    signature: 'consequence',
    meaning: 'responsibility',
    parties: { host },
    ...common,
    endorsers: ['regulator', 'others'],
    emits: ['TelemetryContingencyOffered'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'STATE_WRONG',
      'EXCURSION_DISPOSED',
      'CONTINGENCY_NONE_LEFT',
      'CONTINGENCY_UNFOUNDED',
    ],
  }),
  acknowledge: act({
    summary: 'The driver has seen the offer.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { driver },
    ...common,
    endorsers: ['regulator', { hostOf: 'driver' }],
    emits: ['TelemetryContingencyAcknowledged'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'EXCURSION_DISPOSED'],
  }),
  acceptContingency: act({
    summary: 'The enterprise that was offered takes the goods.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { taker },
    ...common,
    endorsers: ['regulator', { hostOf: 'taker' }],
    emits: ['TelemetryContingencyAccepted'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'EXCURSION_DISPOSED'],
  }),
  declineContingency: act({
    summary: 'The enterprise that was offered cannot take the goods; the next one may be offered.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { taker },
    ...common,
    endorsers: ['regulator', { hostOf: 'taker' }],
    emits: ['TelemetryContingencyDeclined'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'EXCURSION_DISPOSED'],
  }),
  lapse: act({
    summary: 'Two minutes have passed without an answer; the next contingency may be offered.',
    kind: 'consequence',
    signature: 'consequence',
    meaning: 'responsibility',
    parties: { host },
    ...common,
    endorsers: ['regulator', 'others'],
    emits: ['TelemetryContingencyLapsed'],
    errors: ['SUBJECT_NOT_FOUND', 'STATE_WRONG', 'EXCURSION_DISPOSED', 'CONTINGENCY_NOT_DUE'],
  }),
  executed: act({
    summary: 'The driver has brought the goods where the contingency says.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { driver },
    ...common,
    endorsers: ['regulator', { hostOf: 'driver' }],
    emits: ['TelemetryContingencyExecuted'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG'],
  }),
  dispose: act({
    summary: "The MAH's quality decides what becomes of the load after an excursion.",
    kind: 'permission',
    signature: 'quality',
    meaning: 'approval',
    parties: { quality: { roles: 'any', functions: ['qualityManager', 'qualifiedPerson'] } },
    ...common,
    input: ofExcursion.extend(disposition.omit({ by: true, at: true }).shape),
    endorsers: ['regulator', { hostOf: 'quality' }],
    emits: ['TelemetryExcursionDisposed'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'EXCURSION_DISPOSED',
      'EXCURSION_CONSUMPTION_WRONG',
      'EXCURSION_BUDGET_EXCEEDED',
    ],
  }),
} as const;
