import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { digest, enterpriseId, officialNumber, recordId, text } from '../kernel/text.js';
import { receivedDrum } from './manifest-schemas.js';
import { DIFFERENCE_REASONS, LOADING_REFUSALS } from './states.js';

const generator: PartyRule = { roles: ['wasteGenerator'], functions: ['wasteKeeper'] };
const acceptor: PartyRule = { roles: ['wasteDisposer'], functions: ['wasteKeeper'] };
const driver: PartyRule = { roles: ['wasteCarrier'], functions: ['driver'] };
const escort: PartyRule = { roles: ['wasteCarrier'], functions: ['escort'], optional: true };

const manifestLane = ({ manifest }: { manifest: string }): readonly string[] => [keyOf('man', manifest)];
const drums = z
  .array(digest)
  .min(1)
  .max(20)
  .refine((list) => new Set(list).size === list.length, 'DISTINCT');

/** Acts on a manifest, from its draft to its closing. */
export const manifestActs = {
  createManifest: act({
    summary: 'A generator drafts a manifest of sealed drums, which reserves their weight of the plan.',
    kind: 'permission',
    signature: 'person',
    meaning: 'authorship',
    parties: { generator },
    input: z.strictObject({
      manifest: recordId,
      disposer: enterpriseId,
      to: gln,
      carrier: enterpriseId,
      vehicle: text(20),
      drums,
    }),
    output: done,
    subject: 'man',
    declares: (payload) => [...manifestLane(payload), ...payload.drums.map((drum) => keyOf('drum', drum))],
    creates: 'WASTE_MANIFEST_EXISTS',
    endorsers: ['regulator', { hostOf: 'generator' }],
    emits: ['WasteManifestCreated'],
    errors: [
      'WASTE_MANIFEST_EXISTS',
      'SUBJECT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'WASTE_DRUM_UNFIT',
      'WASTE_CODE_MIXED',
      'ROLE_NOT_HELD',
      'SITE_NOT_FOUND',
      'WASTE_CODE_NOT_LICENSED',
      'WASTE_PLAN_MISSING',
      'WASTE_PLAN_EXCEEDED',
    ],
  }),
  void: act({
    summary: 'A generator voids a draft; its plan and drums are free again.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { generator },
    input: z.strictObject({ manifest: recordId }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'generator' }],
    emits: ['WasteManifestVoided'],
    errors: ['SUBJECT_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'STATE_WRONG'],
  }),
  depart: act({
    summary: 'The gate: code × licence of the disposer × plan × licence of the carrier × provinces.',
    kind: 'permission',
    signature: 'person',
    meaning: 'custody',
    parties: { generator, driver, escort },
    input: z.strictObject({
      manifest: recordId,
      /** Approval of a transfer across provinces, recorded as a licence of the disposer. */
      permit: z.strictObject({ number: officialNumber, digest }).nullable(),
    }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'generator' }, { hostOf: 'driver' }],
    emits: ['WasteDeparted'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'WASTE_CODE_NOT_LICENSED',
      'WASTE_PLAN_EXCEEDED',
      'WASTE_CARRIER_UNLICENSED',
      'WASTE_PROVINCE_PERMIT_MISSING',
    ],
  }),
  refuseLoading: act({
    summary:
      'The driver does not load what stands ready; the manifest is void, its plan and drums are free again.',
    kind: 'fact',
    signature: 'person',
    meaning: 'responsibility',
    parties: { driver },
    input: z.strictObject({
      manifest: recordId,
      reason: z.enum(LOADING_REFUSALS),
      /** Words and photographs: a document. */
      evidence: digest,
    }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'driver' }],
    emits: ['WasteLoadingRefused'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG'],
  }),
  handOver: act({
    summary: 'One driver hands the load to another, of the same or the next carrier.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { giver: driver, taker: driver },
    input: z.strictObject({ manifest: recordId, vehicle: text(20) }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'giver' }, { hostOf: 'taker' }],
    emits: ['WasteHandedOver'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'WASTE_CARRIER_UNLICENSED'],
  }),
  accept: act({
    summary: 'The acceptor weighs every drum at its scales and accepts it, refuses it or finds it missing.',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { acceptor, driver },
    input: z.strictObject({
      manifest: recordId,
      drums: z.array(receivedDrum).min(1).max(20),
      /** Ticket of the weighbridge with its calibration. */
      weighbridge: digest,
    }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'acceptor' }],
    emits: ['WasteAccepted'],
    errors: [
      'SUBJECT_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'WASTE_DRUMS_DIFFER',
      'WASTE_WEIGHT_WRONG',
      'WASTE_WEIGHT_DIFFERS',
      'WASTE_CODE_NOT_LICENSED',
    ],
  }),
  answer: act({
    summary: 'The generator explains a difference.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { generator },
    input: z.strictObject({
      manifest: recordId,
      drum: digest,
      reason: z.enum(DIFFERENCE_REASONS),
      statement: digest,
    }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'generator' }],
    emits: ['WasteDifferenceAnswered'],
    errors: ['SUBJECT_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'STATE_WRONG', 'WASTE_DIFFERENCE_UNKNOWN'],
  }),
  close: act({
    summary: 'The disposer closes a manifest without open differences; the plan is settled.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { acceptor },
    input: z.strictObject({
      manifest: recordId,
      /** Certificate of disposal, when there is one yet. */
      certificate: digest.nullable(),
    }),
    output: done,
    subject: 'man',
    declares: manifestLane,
    endorsers: ['regulator', { hostOf: 'acceptor' }],
    emits: ['WasteManifestClosed'],
    errors: ['SUBJECT_NOT_FOUND', 'PARTY_NOT_CONCERNED', 'STATE_WRONG', 'WASTE_DIFFERENCE_OPEN'],
  }),
} as const;
