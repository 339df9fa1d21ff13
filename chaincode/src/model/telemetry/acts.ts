import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest, recordId } from '../kernel/text.js';
import { day } from '../kernel/time.js';
import { excursionActs } from './excursion-acts.js';
import { MAX_READINGS } from './pages-of.js';
import { pageReadings, profileRecord } from './schemas.js';
import { LOGGER_CAUSES } from './states.js';

/** Pages that one command may carry. */
export const MAX_PAGES = 20;
/** The logger itself, or whoever uploads its export. */
const reporter: PartyRule = { roles: 'any', functions: [] };
const custodian: PartyRule = { roles: 'any', functions: ['driver', 'dispatcher', 'warehouseKeeper'] };

const pages = z
  .array(pageReadings)
  .min(1)
  .max(MAX_PAGES)
  .refine((list) => list.reduce((sum, { values }) => sum + values.length, 0) <= MAX_READINGS, 'READINGS')
  .refine((list) => new Set(list.map(({ sequence }) => sequence)).size === list.length, 'DISTINCT');

/** Profiles, readings and what follows from a breach. */
export const telemetryActs = defineActs('Telemetry', {
  setProfile: act({
    summary: 'The MAH says what its product bears; every edition is a record of its own.',
    kind: 'permission',
    signature: 'quality',
    meaning: 'approval',
    parties: { quality: { roles: ['mah'], functions: ['qualityManager', 'qualifiedPerson'] } },
    input: profileRecord.omit({ v: true, by: true, owner: true }),
    output: done,
    subject: 'prof',
    declares: ({ product, edition }) => [keyOf('prof', product, String(edition))],
    creates: 'PROFILE_EXISTS',
    endorsers: ['regulator', { hostOf: 'quality' }],
    emits: ['TelemetryProfileSet'],
    errors: ['PROFILE_EXISTS', 'PROFILE_FOREIGN', 'PROFILE_LIMIT_EMPTY'],
  }),
  recordPages: act({
    summary:
      'Readings of a logger on a shipment, judged against its profile; a breach puts the load to pending.',
    kind: 'fact',
    signature: 'machine',
    meaning: 'responsibility',
    parties: { reporter },
    input: z.strictObject({ shipment: recordId, logger: digest, calibratedUntil: day, pages }),
    output: done,
    subject: 'page',
    // The second lane is the logger's: its pages go one after another.
    declares: ({ logger, pages: list, shipment }) => [
      keyOf('page', logger, String(list[0]?.sequence ?? 0)),
      keyOf('page', logger, 'lane'),
      keyOf('ship', shipment),
    ],
    creates: 'PAGE_EXISTS',
    endorsers: ['regulator', { hostOf: 'reporter' }],
    emits: ['TelemetryPagesRecorded', 'TelemetryExcursionFound'],
    errors: [
      'PAGE_EXISTS',
      'PAGES_OVERLAP',
      'PAGE_VALUES_WRONG',
      'SHIPMENT_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'LOGGER_UNKNOWN',
    ],
  }),
  reportLogger: act({
    summary:
      'Who has the load says that a logger on it is lost or faulty: the load is pending until the MAH has disposed of it.',
    kind: 'fact',
    signature: 'person',
    meaning: 'responsibility',
    parties: { reporter: custodian },
    input: z.strictObject({
      shipment: recordId,
      logger: digest,
      cause: z.enum(LOGGER_CAUSES),
      /** What happened, in words and photographs: a document. */
      reason: digest,
    }),
    output: done,
    subject: 'ship',
    declares: ({ shipment, logger }) => [keyOf('ship', shipment), keyOf('page', logger, 'lane')],
    endorsers: ['regulator', { hostOf: 'reporter' }],
    emits: ['TelemetryLoggerReported'],
    errors: [
      'SHIPMENT_NOT_FOUND',
      'SHIPMENT_HELD_ELSEWHERE',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'LOGGER_UNKNOWN',
      'LOGGER_REPORTED',
    ],
  }),
  ...excursionActs,
});
