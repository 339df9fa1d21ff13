import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import type { ErrorCode } from '../kernel/errors.js';
import { keyOf } from '../kernel/keys.js';
import { digest, enterpriseId } from '../kernel/text.js';
import { PARCEL_STATUSES, type ParcelStatus } from '../stock/states.js';
import type { Wanted } from '../stock/wanted.js';
import { proofOfUnit } from './container-acts.js';
import { codeHash } from './schemas.js';
import { OFFLINE_REASONS, UNIT_FATES } from './states.js';

const pharmacist: PartyRule = { roles: ['pharmacy', 'hospital'], functions: ['pharmacist'] };
const second: PartyRule = {
  roles: ['pharmacy', 'hospital'],
  functions: ['pharmacist', 'receivingInspector', 'qualityManager', 'warehouseKeeper'],
};
const keeper: PartyRule = {
  roles: 'any',
  functions: ['production', 'warehouseKeeper', 'pharmacist', 'qualityManager', 'analyst'],
};

/** A scanned code (or an alias of it), what proves it, and the shelf that the unit is taken from. */
const dispenseInput = z.strictObject({ unit: codeHash, ...proofOfUnit, site: gln });
/** Payload of `Code.dispense`. */
export type DispensePayload = z.output<typeof dispenseInput>;

const recordInput = dispenseInput.extend({ reason: z.enum(OFFLINE_REASONS) });
/** Payload of `Code.recordDispensed`. */
export type RecordPayload = z.output<typeof recordInput>;

const reverseInput = z.strictObject({ unit: codeHash, site: gln, reason: digest });

const decommissionInput = dispenseInput.extend({
  holder: enterpriseId,
  status: z.enum(PARCEL_STATUSES),
  /** The commission itself while the unit is not packed; null for a loose unit. */
  container: codeHash.nullable(),
  fate: z.enum(UNIT_FATES),
});
/** Payload of `Code.decommission`. */
export type DecommissionPayload = z.output<typeof decommissionInput>;

/** One unit off a shelf. */
export const oneOf = (
  { batch, site }: { readonly batch: string; readonly site: string },
  holder: string,
  statuses: readonly ParcelStatus[],
  container: string | null = null,
): Wanted => ({ batch, quantity: '1', unit: 'H87', holder, site, statuses, container });

const UNFIT: readonly ParcelStatus[] = PARCEL_STATUSES.filter((status) => status !== 'acceptable');

const ofUnit = (payload: { readonly unit: string; readonly batch: string }): readonly string[] => [
  keyOf('unit', payload.unit),
  keyOf('batch', payload.batch),
];

const UNIT_ERRORS: readonly ErrorCode[] = [
  'CODE_NOT_PROVED',
  'UNIT_ALREADY_DISPENSED',
  'UNIT_DECOMMISSIONED',
  'BATCH_NOT_FOUND',
  'SITE_NOT_FOUND',
  'PARCELS_INSUFFICIENT',
  'PICKS_STALE',
  'UNIT_MISMATCH',
];
const USE_ERRORS: readonly ErrorCode[] = [
  'BATCH_STOPPED',
  'BATCH_HELD',
  'BATCH_NOT_RELEASED',
  'BATCH_EXPIRED',
];

/** Single units. */
export const unitActs = {
  dispense: act({
    summary: 'A pharmacist dispenses one pack whose code is proved to be commissioned, once.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { pharmacist },
    input: dispenseInput,
    output: done,
    subject: 'unit',
    declares: ofUnit,
    takes: (payload, enterpriseOf) => [oneOf(payload, enterpriseOf('pharmacist'), ['acceptable'])],
    endorsers: ['regulator', { hostOf: 'pharmacist' }],
    emits: ['UnitDispensed'],
    errors: [...UNIT_ERRORS, ...USE_ERRORS],
  }),
  recordDispensed: act({
    summary:
      'A pharmacist records a pack that was dispensed off line; what broke a rule is recorded with it.',
    kind: 'fact',
    signature: 'person',
    meaning: 'responsibility',
    parties: { pharmacist },
    input: recordInput,
    output: done,
    subject: 'unit',
    declares: ofUnit,
    takes: (payload, enterpriseOf) => [
      oneOf(payload, enterpriseOf('pharmacist'), ['acceptable']),
      oneOf(payload, enterpriseOf('pharmacist'), UNFIT),
    ],
    endorsers: ['regulator', { hostOf: 'pharmacist' }],
    emits: ['UnitDispensed'],
    errors: [...UNIT_ERRORS, ...USE_ERRORS, 'PARCEL_STATUS_UNFIT'],
  }),
  reverse: act({
    summary: 'Two persons of the pharmacy take a dispensing back (冲正); the pack is returned stock again.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { pharmacist, second },
    input: reverseInput,
    output: done,
    subject: 'unit',
    declares: ({ unit }) => [keyOf('unit', unit)],
    endorsers: ['regulator', { hostOf: 'pharmacist' }],
    emits: ['UnitReversed'],
    errors: ['UNIT_NOT_DISPENSED', 'ENTERPRISE_FOREIGN', 'SITE_NOT_FOUND'],
  }),
  decommission: act({
    summary: 'The holder takes one unit out for ever: destroyed, damaged, sampled, lost.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { keeper },
    input: decommissionInput,
    output: done,
    subject: 'unit',
    declares: ofUnit,
    takes: (payload) => [oneOf(payload, payload.holder, [payload.status], payload.container)],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['UnitDecommissioned'],
    errors: [...UNIT_ERRORS, 'ENTERPRISE_FOREIGN'],
  }),
} as const;
