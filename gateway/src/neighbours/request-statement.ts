/** What one organisation's gateway says to another's with every request, and signs. */
import * as z from 'zod';
import { digest, kid, ledgerId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { sha256Hex, utf8 } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { hostSignature } from '../api/checkpoint-schemas.js';

/** Name of the `Authorization` scheme. */
export const SCHEME = 'Yaosu-Gateway';
/** How long a request is good for. */
export const REQUEST_LIFE_MS = 120_000;

/** The statement; its canonical JSON is what is signed. */
export const requestStatement = z.strictObject({
  v: z.literal(1),
  ledgerId,
  /** The key that signs: an organisation's `host` key or an enterprise's `service` key. */
  kid,
  path: z.string().max(200),
  /** SHA-256 of the body's canonical JSON. */
  body: digest,
  nonce: z.string().regex(/^[0-9a-f]{32}$/, 'NONCE'),
  expiresAt: instant,
  /** Whoever answers has to have this block, or would judge by an older state than the asker's. */
  asOfBlock: z.number().int().min(-1),
});
/** A statement. */
export type RequestStatement = z.infer<typeof requestStatement>;

/** A statement and its signature. */
export const signedRequest = z.strictObject({ statement: requestStatement, signature: hostSignature });

/** Digest of a body. */
export const bodyDigest = (body: unknown): string => sha256Hex(utf8(canonicalJson(body)));

/** The value of the `Authorization` header. */
export const authorizationOf = (signed: z.infer<typeof signedRequest>): string =>
  `${SCHEME} ${Buffer.from(canonicalJson(signed)).toString('base64url')}`;

/** What a header says; undefined when it is none of ours. */
export const parseAuthorization = (header = ''): z.infer<typeof signedRequest> | undefined => {
  const [scheme, value = ''] = header.split(' ');
  if (scheme !== SCHEME) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return signedRequest.safeParse(parsed).data;
  } catch {
    // What is no JSON has been signed by nobody.
    return undefined;
  }
};
