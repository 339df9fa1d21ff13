/** What authorities are answered about themselves, and enterprises about their gateway's key. */
import * as z from 'zod';
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/purposes';
import { proposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { digest, enterpriseId, kid, personId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { asOf, cursor } from './schemas.js';

/** A read of an authority, as the chain holds it and as it is answered. */
export const readEntry = z.strictObject({
  /** 1 for the first. */
  seq: z.int().min(1),
  at: instant,
  enterprise: enterpriseId,
  kid,
  person: personId.nullable(),
  purpose: z.enum(CASE_PURPOSES),
  /** The open case by which it read; null when subject and area sufficed. */
  case: digest.nullable(),
  /** Name of the read, and what was asked. */
  read: z.string(),
  asked: z.record(z.string(), z.unknown()),
  /** SHA-256 of the line before; zeros for the first. */
  previous: digest,
});

/** Reads of an authority, and a check of the chain that they stand in. */
export const authorityReads = z.strictObject({
  ...asOf,
  ...cursor,
  reads: z.array(readEntry),
  chain: z.strictObject({
    entries: z.number().int(),
    /** First entry that does not follow, or that the ledger knows otherwise. */
    brokenAt: z.number().int().nullable(),
    /** The last head on the ledger. */
    attested: z
      .strictObject({
        count: z.number().int(),
        hash: digest,
        at: instant,
        block: z.number().int(),
        txId: z.string(),
      })
      .nullable(),
  }),
});

/** The gateway's key of the caller's enterprise, as `Enterprise.admitKey` takes it. */
export const serviceKeyView = z.strictObject({ ...asOf, key: proposedKey, admitted: z.boolean() });
