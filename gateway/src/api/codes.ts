/** Issuing codes: spaces of serials, what is applied for, what came of it. */
import { codeHash } from '@yaosu/chaincode/model/code/schemas';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import { hasCheckDigit } from '@yaosu/chaincode/model/code/gs1/gtin';
import { companyPrefix } from '@yaosu/chaincode/model/enterprise/schemas';
import { batchId, digest, text } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { asOf } from './schemas.js';

/** How serials look: characters, length. 32 letters and digits leave out I, O, 0 and 1, which people take for one another. */
export const SERIAL_SCHEMES = {
  letters12: { alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', length: 12 },
  digits15: { alphabet: '0123456789', length: 15 },
  digits12: { alphabet: '0123456789', length: 12 },
} as const;
/** Names a scheme. */
export type SerialScheme = keyof typeof SERIAL_SCHEMES;

const SCHEMES = Object.keys(SERIAL_SCHEMES) as [SerialScheme, ...SerialScheme[]];

/** Blocks that one `Code.reserve` takes at most. */
const MAX_BLOCKS = 100;
/** Codes that one application is about at most: what one signature reserves. */
export const MAX_APPLICATION = MAX_BLOCKS * BLOCK_SIZE;

/** GTIN of 14 digits with its check digit. */
export const gtin14 = z
  .string()
  .regex(/^\d{14}$/)
  .refine(hasCheckDigit, 'GTIN')
  .meta({ examples: ['06901004000215'] });

/** The serials of a GTIN under a scheme. */
export const serialSpace = { gtin: gtin14, scheme: z.enum(SCHEMES).default('letters12') };

/** How many serials a scheme has. */
export const spaceSize = (scheme: SerialScheme): number => {
  const { alphabet, length } = SERIAL_SCHEMES[scheme];
  return alphabet.length ** length;
};

/** Chance that a serial which somebody makes up has been issued. */
export const guessRate = (scheme: SerialScheme, issued: number): number => issued / spaceSize(scheme);

const count = z.int().min(0);
const block = z.int().min(0);

/** Body of an application for a count of codes, or for that range. */
export const applicationBody = z.strictObject({
  ...serialSpace,
  count: z.int().min(1).max(MAX_APPLICATION),
  /** Null: the first block after all that the enterprise has reserved. */
  firstBlock: block.nullable().default(null),
});

/** What an application leads to: the payload of `Code.reserve`, to be signed. */
export const applicationView = z.strictObject({
  reserve: z.strictObject({
    enterprise: z.string(),
    companyPrefix,
    prefix: digest,
    firstBlock: block,
    blocks: z.int().min(1).max(MAX_BLOCKS),
    keyVersion: z.int().min(1),
  }),
  codes: count,
  /** Chance of a guess once these, and all that were reserved before, are issued; and at a hundred million issued. */
  guessRate: z.number(),
  guessRateAt1e8: z.number(),
});

/** Body: serials out of blocks that the caller has reserved, from the first on. */
export const listBody = z.strictObject({
  ...serialSpace,
  firstBlock: block,
  blocks: z.int().min(1).max(MAX_BLOCKS),
  count: z.int().min(1).max(MAX_APPLICATION),
});

/** Serials in the order of their places in the range. */
export const listView = z.strictObject({ gtin: gtin14, prefix: digest, serials: z.array(text(20)) });

/** Serials of one range, and what became of them: reserved = free + used + rejected + destroyed + unused. */
export const codeSums = z.strictObject({
  reserved: count,
  /** In no commission yet. */
  free: count,
  used: count,
  rejected: count,
  destroyed: count,
  /** Of commissions: issued, and not accounted for. */
  unused: count,
  /** Handed out as labels or lists by this gateway; reserved = printed + unprinted. */
  printed: count,
  unprinted: count,
});
/** Sums of a range. */
export type CodeSums = z.infer<typeof codeSums>;

/** A run of blocks with one fate: free, or used by one commission. */
export const codeRange = z.strictObject({
  prefix: digest,
  /** Null for what was reserved elsewhere than at this gateway. */
  gtin: gtin14.nullable(),
  scheme: z.enum(SCHEMES).nullable(),
  keyVersion: z.int().min(1),
  firstBlock: block,
  blocks: z.int().min(1),
  commission: codeHash.nullable(),
  batch: batchId.nullable(),
  sums: codeSums,
});
/** A run of blocks. */
export type CodeRange = z.infer<typeof codeRange>;

/** Ranges of the caller's enterprise and the sums of all of them. */
export const codeRangesView = z.strictObject({ ...asOf, ranges: z.array(codeRange), sums: codeSums });

/** The list of a commission; null when its serials were not made here. */
export const commissionListView = z.strictObject({
  ...asOf,
  list: z.strictObject({ gtin: gtin14, serials: z.array(text(20)) }).nullable(),
});
