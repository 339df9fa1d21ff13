/** Codes on the ledger: blocks of serials, commissions, containers, aliases, and units to which something happened. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { batchId, digest, enterpriseId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import {
  ALIAS_STATES,
  BLOCK_SIZE,
  MAX_SECOND_CODES,
  OBJECT_KINDS,
  OBJECT_STATES,
  OFFLINE_REASONS,
  UNIQUENESS,
  UNIT_FATES,
  UNIT_STATES,
} from './states.js';

const MAX_BLOCK = 10 ** 9;

/** SHA-256 of a canonical code: GS1 element string of AI 01 and 21, of AI 00, or a foreign code as it is read. */
export const codeHash = digest.meta({ id: 'CodeHash' });
/** Number of a block of serials. */
export const blockNumber = z.int().min(0).max(MAX_BLOCK);
/** A number of units. */
export const unitCount = z.int().min(1).max(MAX_BLOCK);

/** `alloc~E~P~block`: an issuer reserves a block of serials once, so that it cannot issue a serial twice. */
export const allocationRecord = z.strictObject({
  ...recordBase,
  enterprise: enterpriseId,
  /** HMAC of GTIN and permutation key version. */
  prefix: digest,
  keyVersion: z.int().min(1),
  block: blockNumber,
  size: z.literal(BLOCK_SIZE),
  /** Commission that used it. */
  commission: digest.nullable(),
});
/** A block of serials. */
export type AllocationRecord = z.infer<typeof allocationRecord>;

/** `com~B~cmd`: units of a batch got their codes. */
export const commissionRecord = z.strictObject({
  ...recordBase,
  commission: digest,
  batch: batchId,
  enterprise: enterpriseId,
  uniqueness: z.enum(UNIQUENESS),
  /** Serials issued = used + rejected + destroyed + unused. */
  issued: unitCount,
  used: unitCount,
  rejected: z.int().min(0),
  destroyed: z.int().min(0),
  /** RFC 6962 root over leaves (index, hash of the code), in the order of the list. */
  root: digest,
  signedBy,
  at: instant,
});
/** A commission. */
export type CommissionRecord = z.infer<typeof commissionRecord>;

/** Units that went into a container: out of a commission, a container, or loose ones. */
export const packedFrom = z.strictObject({ from: codeHash.nullable(), batch: batchId, count: unitCount });
/** Units that went into a container. */
export type PackedFrom = z.infer<typeof packedFrom>;

/** `obj~h`: what goods move under: a commission as long as it is not packed, a case, a pallet. */
export const objectRecord = z.strictObject({
  ...recordBase,
  code: codeHash,
  kind: z.enum(OBJECT_KINDS),
  enterprise: enterpriseId,
  state: z.enum(OBJECT_STATES),
  /** Container that it stands in. */
  parent: codeHash.nullable(),
  contents: z.array(packedFrom).max(100),
});
/** A commission, case or pallet. */
export type ObjectRecord = z.infer<typeof objectRecord>;

/** What a second code was registered for, and by whom. */
const aliasBase = {
  ...recordBase,
  alias: codeHash,
  code: codeHash,
  enterprise: enterpriseId,
  /** Lots of the object, by which the second code is seen: one of a pack, those inside of a container. */
  batches: z.array(batchId).max(100),
  /** Where the pack stands on the list of its commission; null for a container. */
  unit: z.strictObject({ commission: digest, index: z.int().min(0) }).nullable(),
  signedBy,
  at: instant,
};

/** `alias~h`: another code on the same object. Once withdrawn it stands for nothing, and may be registered again by anybody. */
export const aliasRecord = z.strictObject({ ...aliasBase, state: z.enum(ALIAS_STATES) });
/** A second code. */
export type AliasRecord = z.infer<typeof aliasRecord>;

/** `aliasend~h~cmd`: what a second code stood for until it was withdrawn, whatever it is registered for later. */
export const aliasEndRecord = z.strictObject({
  ...aliasBase,
  withdrawn: z.strictObject({ by: signedBy, at: instant, reason: digest }),
});
/** A second code that was withdrawn. */
export type AliasEndRecord = z.infer<typeof aliasEndRecord>;

/**
 * `names~h`: the other codes on an object, which itself stands for none: a code that has some becomes no alias. None are left
 * when all were withdrawn.
 */
export const namesRecord = z.strictObject({
  ...recordBase,
  code: codeHash,
  enterprise: enterpriseId,
  /** In the order in which they were registered. */
  aliases: z.array(codeHash).max(MAX_SECOND_CODES),
});
/** The other codes on an object. */
export type NamesRecord = z.infer<typeof namesRecord>;

/** `unit~h`: something happened to this unit alone. Whose a unit is follows from its parcel, never from here. */
export const unitRecord = z.strictObject({
  ...recordBase,
  code: codeHash,
  batch: batchId,
  commission: digest,
  index: z.int().min(0),
  state: z.enum(UNIT_STATES),
  enterprise: enterpriseId,
  /** Owner of the stock that it was taken from. */
  owner: enterpriseId,
  signedBy,
  second: signedBy.nullable(),
  at: instant,
  /** Why it was dispensed without asking first. */
  offline: z.enum(OFFLINE_REASONS).nullable(),
  /** Why it was taken out. */
  fate: z.enum(UNIT_FATES).nullable(),
});
/** A unit. */
export type UnitRecord = z.infer<typeof unitRecord>;
