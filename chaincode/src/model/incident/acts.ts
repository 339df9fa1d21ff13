import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest, recordId } from '../kernel/text.js';
import { incidentRecord } from './schemas.js';
import { INCIDENT_CONCLUSIONS } from './states.js';

const reporter: PartyRule = {
  roles: 'any',
  functions: [
    'driver',
    'escort',
    'dispatcher',
    'warehouseKeeper',
    'receivingInspector',
    'pharmacist',
    'wasteKeeper',
  ],
};
/** Of a pharmacy the pharmacist answers for quality. */
const closer: PartyRule = { roles: 'any', functions: ['qualityManager', 'pharmacist', 'wasteKeeper'] };

/** What goes wrong on the way, and what was made of it. */
export const incidentActs = defineActs('Incident', {
  report: act({
    summary: 'Somebody whom a load concerns reports an incident with it; the load itself stays as it is.',
    kind: 'fact',
    signature: 'person',
    meaning: 'responsibility',
    parties: { reporter },
    input: incidentRecord.pick({ incident: true, subject: true, kind: true, evidence: true }),
    output: done,
    subject: 'inc',
    declares: ({ incident, subject }) => [keyOf('inc', incident), keyOf(subject.type, subject.id)],
    creates: 'INCIDENT_EXISTS',
    endorsers: ['regulator', { hostOf: 'reporter' }],
    emits: ['IncidentReported'],
    errors: ['INCIDENT_EXISTS', 'SHIPMENT_NOT_FOUND', 'SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED'],
  }),
  close: act({
    summary: 'Who answers for the load, its owner or the generator of the waste, says what became of it.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { closer },
    input: z.strictObject({
      incident: recordId,
      conclusion: z.enum(INCIDENT_CONCLUSIONS),
      report: digest,
    }),
    output: done,
    subject: 'inc',
    declares: ({ incident }) => [keyOf('inc', incident)],
    endorsers: ['regulator', { hostOf: 'closer' }],
    emits: ['IncidentClosed'],
    errors: ['INCIDENT_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'STATE_WRONG'],
  }),
});
