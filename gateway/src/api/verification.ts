/** Verification of returned packs (GS1 Lightweight Messaging Standard 1.1; GS1 US implementation guideline for DSCSA, R1.1 of 2020). */
import { gtinOf } from '@yaosu/chaincode/model/code/gs1/gtin';
import { isDate } from '@yaosu/chaincode/model/code/gs1/dates';
import { gln } from '@yaosu/chaincode/model/enterprise/schemas';
import * as z from 'zod';

/** Why a pack is not verified (clause 4; the last two by the guideline, 8.2). */
export const FAILURE_REASONS = [
  'No_match_GTIN_Serial',
  'No_match_GTIN_Serial_Lot',
  'No_match_GTIN_Serial_Expiry',
  'No_match_GTIN_Serial_Lot_Expiry',
  'No_reason_provided',
  'Manufacturer_policy',
  'Not_for_re-distribution',
] as const;
/** What is told besides (clause 4; the last one by the guideline, 8.2). */
export const ADDITIONAL_INFO = ['Recalled', 'Suspect', 'Expired'] as const;

const TEXT_MAX = 20;
const gtin = z
  .string()
  .refine((digits) => gtinOf(digits) !== undefined, 'GTIN')
  .transform((digits) => gtinOf(digits) ?? digits);
const text = z.string().min(1).max(TEXT_MAX);

/** `GET /checkConnectivity` (clause 2); what is not understood is ignored. */
export const connectivityQuestion = z.object({ gtin, reqGLN: gln });

/** Parts of the path of `GET /verify/gtin/{gtin}/lot/{lot}/ser/{ser}` (clause 5). */
export const returnPath = z.object({ gtin, lot: text, ser: text });

/** Its query (clause 5); what is not understood is ignored. */
export const returnQuery = z.object({
  /** YYMMDD; day 00 is the last of the month (GS1 General Specifications 3.4.7). */
  exp: z.string().refine((value) => isDate(value, 2, 0), 'YYMMDD'),
  linkType: z.literal('verificationService'),
  context: z.literal('dscsaSaleableReturn'),
  /** Who says that it asks; nothing proves it. */
  reqGLN: gln,
  corrUUID: z.uuidv4(),
});

/** The answer about a pack; `verificationFailureReason` is there where it is not verified. */
export const verdict = z.strictObject({
  verified: z.boolean(),
  verificationFailureReason: z.enum(FAILURE_REASONS).optional(),
  additionalInfo: z.enum(ADDITIONAL_INFO).optional(),
});
/** The answer about a pack. */
export type Verdict = z.output<typeof verdict>;

/** Answer to a check of connectivity. */
export const connectivityAnswer = z.strictObject({ responderGLN: gln });
/** Answer to a verification. */
export const returnAnswer = z.strictObject({
  verificationTimestamp: z.iso.datetime(),
  responderGLN: gln,
  data: verdict,
  corrUUID: z.uuidv4(),
});
