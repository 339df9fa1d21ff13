import * as z from 'zod';
import { companyPrefix, gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { PARCEL_STATUSES } from '../stock/states.js';
import { blockNumber, codeHash, unitCount } from './schemas.js';
import { LINE_FATES, LINE_REASONS } from './states.js';

const issuer: PartyRule = {
  roles: ['manufacturer', 'cdmo', 'mah'],
  functions: ['production', 'administrator'],
};
const producer: PartyRule = { roles: ['manufacturer', 'cdmo'], functions: ['production'] };
const MAX_BLOCKS = 100;

const blocks = {
  prefix: digest,
  firstBlock: blockNumber,
  blocks: z.int().min(1).max(MAX_BLOCKS),
};
const reserveInput = z.strictObject({
  enterprise: enterpriseId,
  ...blocks,
  /** Company prefix of the GTIN: the ledger does not know the GTIN, which `prefix` stands for. */
  companyPrefix,
  /** Version of the secret that the serial space is permuted with. */
  keyVersion: z.int().min(1),
});
/** Payload of `Code.reserve`. */
export type ReservePayload = z.output<typeof reserveInput>;

const commissionInput = z.strictObject({
  batch: batchId,
  site: gln,
  status: z.enum(PARCEL_STATUSES),
  count: unitCount,
  root: digest,
  /** Reserved blocks of the signer's enterprise, or a foreign list of so many codes. */
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('blocks'), ...blocks }),
    z.strictObject({ kind: z.literal('list'), issued: unitCount }),
  ]),
});
/** Payload of `Code.commission`. */
export type CommissionPayload = z.output<typeof commissionInput>;

const rejectInput = z.strictObject({
  batch: batchId,
  commission: digest,
  count: unitCount,
  fate: z.enum(LINE_FATES),
  reason: z.enum(LINE_REASONS),
});
/** Payload of `Code.rejectOnLine`. */
export type RejectPayload = z.output<typeof rejectInput>;

/** Serials on the packing line. */
export const serialActs = {
  reserve: act({
    summary:
      'An issuer reserves aligned blocks of a permuted serial space under its own company prefix, each once.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { issuer },
    input: reserveInput,
    output: done,
    subject: 'alloc',
    declares: ({ enterprise, prefix, firstBlock }) => [
      keyOf('alloc', enterprise, prefix, String(firstBlock)),
    ],
    creates: 'CODE_BLOCK_RESERVED',
    endorsers: ['regulator', { hostOf: 'issuer' }],
    emits: ['CodeBlocksReserved'],
    errors: ['CODE_BLOCK_RESERVED', 'ENTERPRISE_FOREIGN', 'PREFIX_FOREIGN'],
  }),
  commission: act({
    summary:
      'Packs of a batch get their codes: loose stock becomes serialised, its list fixed by a Merkle root.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { producer },
    input: commissionInput,
    output: z.strictObject({ key: done.shape.key, commission: codeHash }),
    subject: 'batch',
    declares: ({ batch }) => [keyOf('batch', batch)],
    takes: ({ batch, count, site, status }, enterpriseOf) => [
      {
        batch,
        quantity: String(count),
        unit: 'H87',
        holder: enterpriseOf('producer'),
        site,
        statuses: [status],
        container: null,
      },
    ],
    endorsers: ['regulator', { hostOf: 'producer' }],
    emits: ['CodesCommissioned'],
    errors: [
      'CODE_BATCH_NOT_PACKED',
      'CODE_BLOCK_UNUSABLE',
      'CODE_COUNT_EXCEEDED',
      'CODE_GOODS_MIXED',
      'BATCH_NOT_FOUND',
      'BATCH_STOPPED',
      'BATCH_HELD',
      'ENTERPRISE_FOREIGN',
      'PARCELS_INSUFFICIENT',
      'PICKS_STALE',
      'UNIT_MISMATCH',
    ],
  }),
  rejectOnLine: act({
    summary:
      'Serials of a commission that did not go out are accounted for: rejected or destroyed on the line.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { producer },
    input: rejectInput,
    output: done,
    subject: 'com',
    declares: ({ batch, commission }) => [keyOf('com', batch, commission)],
    endorsers: ['regulator', { hostOf: 'producer' }],
    emits: ['CodesRejectedOnLine'],
    errors: ['CODE_COMMISSION_NOT_FOUND', 'CODE_COUNT_EXCEEDED', 'ENTERPRISE_FOREIGN'],
  }),
} as const;
