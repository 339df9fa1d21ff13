/** What authorities are answered about themselves, and enterprises about their gateway's key. */
import * as z from 'zod';
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/schemas';
import { proposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { digest, enterpriseId, kid, personId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { asOf, cursor } from './schemas.js';

/** Reads of an authority, and a check of the chain that they stand in. */
export const authorityReads = z.strictObject({
  ...asOf,
  ...cursor,
  reads: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: instant,
      enterprise: enterpriseId,
      kid,
      person: personId.nullable(),
      purpose: z.enum(CASE_PURPOSES),
      case: digest.nullable(),
      read: z.string(),
      asked: z.record(z.string(), z.unknown()),
      previous: digest,
    }),
  ),
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
