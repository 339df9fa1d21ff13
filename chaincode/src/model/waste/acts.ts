import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest, enterpriseId, recordId } from '../kernel/text.js';
import { manifestActs } from './manifest-acts.js';
import { fillRecord, groupRecord, grams, planRecord, someGrams, streamRecord } from './schemas.js';
import { DRUM_KINDS } from './states.js';

const generator: PartyRule = { roles: ['wasteGenerator'], functions: ['wasteKeeper'] };
const acceptor: PartyRule = { roles: ['wasteDisposer'], functions: ['wasteKeeper'] };
const ofGenerator = ['regulator', { hostOf: 'generator' }] as const;

/** Threshold of a group when its operator names none: 10 t. */
export const DEFAULT_THRESHOLD_GRAMS = '10000000';

/** Waste from its stream to the disposer's scales. */
export const wasteActs = defineActs('Waste', {
  registerStream: act({
    summary: 'A generator registers a stream of hazardous waste of one of its sites.',
    kind: 'permission',
    signature: 'person',
    meaning: 'registration',
    parties: { generator },
    input: streamRecord.omit({ v: true, by: true }),
    output: done,
    subject: 'stream',
    declares: (payload) => [keyOf('stream', payload.stream)],
    creates: 'WASTE_STREAM_EXISTS',
    endorsers: ofGenerator,
    emits: ['WasteStreamRegistered'],
    errors: ['WASTE_STREAM_EXISTS', 'ENTERPRISE_FOREIGN', 'ENTERPRISE_NOT_FOUND', 'SITE_NOT_FOUND'],
  }),
  plan: act({
    summary: 'Generator and disposer set the yearly amount of a code, out of a licence that names it.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { generator, disposer: acceptor },
    input: planRecord.omit({ v: true, by: true, reserved: true, settled: true }),
    output: done,
    subject: 'plan',
    declares: ({ generator: from, disposer, code, year }) => [keyOf('plan', from, disposer, code, year)],
    endorsers: ['regulator', { hostOf: 'disposer' }],
    emits: ['WastePlanned'],
    errors: ['ENTERPRISE_FOREIGN', 'WASTE_CODE_NOT_LICENSED', 'WASTE_PLAN_BELOW_USED'],
  }),
  open: act({
    summary: 'A generator opens a coded drum for one of its streams.',
    kind: 'permission',
    signature: 'person',
    meaning: 'registration',
    parties: { generator },
    input: z.strictObject({
      drum: digest,
      kind: z.enum(DRUM_KINDS),
      stream: recordId,
      tare: grams,
    }),
    output: done,
    subject: 'drum',
    declares: (payload) => [keyOf('drum', payload.drum)],
    creates: 'WASTE_DRUM_EXISTS',
    endorsers: ofGenerator,
    emits: ['WasteDrumOpened'],
    errors: ['WASTE_DRUM_EXISTS', 'SUBJECT_NOT_FOUND', 'ENTERPRISE_FOREIGN'],
  }),
  fill: act({
    summary: 'What went into a drum, and from which batches.',
    kind: 'fact',
    signature: 'person',
    meaning: 'responsibility',
    parties: { generator: { roles: ['wasteGenerator'], functions: ['wasteKeeper', 'production'] } },
    input: fillRecord.pick({ drum: true, grams: true }).extend({ sources: z.array(batchId).max(20) }),
    output: done,
    subject: 'drum',
    declares: (payload) => [keyOf('drum', payload.drum)],
    endorsers: ofGenerator,
    emits: ['WasteFilled'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'STATE_WRONG',
      'BATCH_NOT_FOUND',
      'WASTE_SOURCE_FOREIGN',
    ],
  }),
  seal: act({
    summary: 'A generator weighs and seals a drum; the net weight must fit what was filled in.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { generator },
    input: z.strictObject({ drum: digest, gross: someGrams, tare: grams, net: someGrams }),
    output: done,
    subject: 'drum',
    declares: (payload) => [keyOf('drum', payload.drum)],
    endorsers: ofGenerator,
    emits: ['WasteDrumSealed'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'STATE_WRONG',
      'WASTE_WEIGHT_WRONG',
      'WASTE_WEIGHT_DIFFERS',
    ],
  }),
  armGroup: act({
    summary: 'The operator of a site groups streams whose fills together call for a transfer.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { generator },
    input: groupRecord.omit({ v: true, by: true }).extend({
      operator: enterpriseId,
      threshold: someGrams.default(DEFAULT_THRESHOLD_GRAMS),
    }),
    output: done,
    subject: 'grp',
    declares: (payload) => [keyOf('grp', payload.group)],
    creates: 'WASTE_GROUP_EXISTS',
    endorsers: ofGenerator,
    emits: ['WasteGroupArmed'],
    errors: [
      'WASTE_GROUP_EXISTS',
      'ENTERPRISE_FOREIGN',
      'SITE_NOT_FOUND',
      'SUBJECT_NOT_FOUND',
      'WASTE_GROUP_STREAM_FOREIGN',
    ],
  }),
  trigger: act({
    summary: "A group's fills have reached its threshold: each is counted once, and a transfer is due.",
    kind: 'consequence',
    signature: 'consequence',
    meaning: 'responsibility',
    parties: { host: { roles: 'any', functions: [] } },
    input: z.strictObject({
      group: recordId,
      fills: z
        .array(z.strictObject({ drum: digest, fill: digest }))
        .min(1)
        .max(200),
    }),
    output: done,
    subject: 'grp',
    declares: (payload) => [keyOf('grp', payload.group)],
    // Fills may belong to firms under any host.
    endorsers: ['regulator', 'others'],
    emits: ['WasteTransferTriggered'],
    errors: ['SUBJECT_NOT_FOUND', 'WASTE_FILL_NOT_COUNTABLE', 'WASTE_THRESHOLD_NOT_REACHED'],
  }),
  ...manifestActs,
});
