import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { done } from '../kernel/done.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { PARCEL_STATUSES } from '../stock/states.js';
import { codeHash, packedFrom, unitCount } from './schemas.js';

/** Who packs and labels. */
export const packer: PartyRule = {
  roles: 'any',
  functions: ['production', 'warehouseKeeper', 'dispatcher', 'pharmacist'],
};
const stand = { holder: enterpriseId, site: gln, status: z.enum(PARCEL_STATUSES) };
const MAX_CONTENTS = 100;
/** Longest inclusion proof that is accepted: a list of 2^40 codes. */
const MAX_PROOF = 40;

const aggregateInput = z.strictObject({
  container: codeHash,
  ...stand,
  /** Out of which commission, container (all of it) or loose stock (null), how many of which batch. */
  contents: z.array(packedFrom).min(1).max(MAX_CONTENTS),
});
/** Payload of `Code.aggregate`. */
export type AggregatePayload = z.output<typeof aggregateInput>;

const openInput = z.strictObject({
  container: codeHash,
  ...stand,
  /** What is inside, by batch; a case may hold less than was packed, a pallet may not. */
  contents: z
    .array(z.strictObject({ batch: batchId, count: unitCount }))
    .min(1)
    .max(MAX_CONTENTS),
});
/** Payload of `Code.disaggregate`. */
export type OpenPayload = z.output<typeof openInput>;

/** What proves that a code is on a commissioned list. */
export const proofOfUnit = {
  batch: batchId,
  commission: digest,
  /** Place on the list. */
  index: z.int().min(0),
  /** RFC 6962 audit path, from the leaf up. */
  proof: z.array(digest).max(MAX_PROOF),
};

/** Containers of units and of containers. */
export const containerActs = {
  aggregate: act({
    summary:
      'The holder packs units into a case, or containers onto a pallet; the goods move under its code.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { packer },
    input: aggregateInput,
    output: done,
    subject: 'obj',
    declares: ({ container, contents }) => [
      keyOf('obj', container),
      ...new Set(contents.flatMap(({ from }) => (from === null ? [] : [keyOf('obj', from)]))),
    ],
    takes: ({ contents, holder, site, status }) =>
      contents.map(({ from, batch, count }) => ({
        batch,
        quantity: String(count),
        unit: 'H87',
        holder,
        site,
        statuses: [status],
        container: from,
      })),
    creates: 'CODE_EXISTS',
    endorsers: ['regulator', { hostOf: 'packer' }],
    emits: ['CodesAggregated'],
    errors: [
      'CODE_EXISTS',
      'CODE_NOT_FOUND',
      'CODE_LEVELS_MIXED',
      'CODE_BATCHES_TOO_MANY',
      'CODE_CONTENTS_DIFFER',
      'CODE_GOODS_MIXED',
      'ENTERPRISE_FOREIGN',
      'SITE_NOT_FOUND',
      'PARCELS_INSUFFICIENT',
      'PICKS_STALE',
      'UNIT_MISMATCH',
    ],
  }),
  disaggregate: act({
    summary:
      'The holder opens a container: a pallet into its containers, a case or a commission into loose units.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { packer },
    input: openInput,
    output: done,
    subject: 'obj',
    declares: ({ container }) => [keyOf('obj', container)],
    takes: ({ container, contents, holder, site, status }) =>
      contents.map(({ batch, count }) => ({
        batch,
        quantity: String(count),
        unit: 'H87',
        holder,
        site,
        statuses: [status],
        container,
      })),
    endorsers: ['regulator', { hostOf: 'packer' }],
    emits: ['CodesDisaggregated'],
    errors: [
      'CODE_NOT_FOUND',
      'CODE_CONTENTS_DIFFER',
      'CODE_GOODS_MIXED',
      'ENTERPRISE_FOREIGN',
      'SITE_NOT_FOUND',
      'PARCELS_INSUFFICIENT',
      'PICKS_STALE',
      'UNIT_MISMATCH',
    ],
  }),
} as const;
