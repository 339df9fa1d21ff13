/** What gateways of different organisations ask of one another: paths, bodies and answers. */
import * as z from 'zod';
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/purposes';
import { AUTHORITY_SUBJECTS } from '@yaosu/chaincode/model/enterprise/states';
import { digest, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { checkpoint, hostSignature } from '../api/checkpoint-schemas.js';
import { paramSchemas } from '../api/schemas.js';

const size = z.number().int().min(0);
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/, 'BASE64URL');

/** Name → path, body, answer. */
export const QUESTIONS = {
  /** The largest checkpoint that the organisation has signed; 0: none. */
  lastSigned: {
    path: '/gateway/checkpoints/last',
    body: z.strictObject({}),
    answer: z.strictObject({ size }),
  },
  cosign: {
    path: '/gateway/checkpoints/cosign',
    body: z.strictObject({ checkpoint, consistency: z.array(digest).max(128) }),
    answer: z.strictObject({ signature: hostSignature }),
  },
  /** A document that a grant opens to an enterprise, or the escrow of a subject to the authorities' host. */
  document: {
    path: '/gateway/vault/documents',
    body: z.strictObject({
      document: digest,
      reader: z.union([
        z.strictObject({ enterprise: enterpriseId }),
        z.strictObject({ escrow: z.enum(AUTHORITY_SUBJECTS) }),
      ]),
    }),
    answer: z.strictObject({ ciphertext: base64url, wrap: base64url }),
  },
  /** A statement that goes with a record which an enterprise may read, sealed for that enterprise. */
  statement: {
    path: '/gateway/vault/statements',
    body: z.strictObject({
      record: paramSchemas.key,
      digest,
      reader: z.strictObject({ enterprise: enterpriseId, purpose: z.enum(CASE_PURPOSES).nullable() }),
    }),
    answer: z.strictObject({ sealed: base64url }),
  },
} as const;
