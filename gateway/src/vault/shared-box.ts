/** What several enterprises can open and nobody else: content under one random key, which is wrapped for each of them. */
import { fromBase64url, toBase64url, utf8 } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { sealDocument, unsealUnder, unwrapKey, wrapKey, type RandomBytes } from './sealed-box.js';

/** Who can open a box. */
export interface Reader {
  readonly enterprise: string;
  /** DER SPKI of its encryption key. */
  readonly spki: Uint8Array;
}

const box = z.strictObject({
  v: z.literal(1),
  ciphertext: z.string(),
  wraps: z.record(z.string(), z.string()),
});

/** The box as its bytes are hashed and kept. */
export const sealBox = (
  plaintext: Uint8Array,
  readers: readonly Reader[],
  randomBytes: RandomBytes,
): Uint8Array => {
  const { key, ciphertext } = sealDocument(plaintext, randomBytes);
  const wraps = readers.map(
    ({ enterprise, spki }) => [enterprise, toBase64url(wrapKey(key, spki, randomBytes))] as const,
  );
  return utf8(canonicalJson({ v: 1, ciphertext: toBase64url(ciphertext), wraps: Object.fromEntries(wraps) }));
};

/** What is in a box. @returns undefined when it is none, or not for this reader */
export const openBox = (
  bytes: Uint8Array,
  enterprise: string,
  decryptionKey: KeyObject,
): Uint8Array | undefined => {
  try {
    const { ciphertext, wraps } = box.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const wrap = wraps[enterprise];
    if (wrap === undefined) return undefined;
    return unsealUnder(unwrapKey(fromBase64url(wrap), decryptionKey), fromBase64url(ciphertext));
  } catch {
    // Whoever sealed it may have put anything there.
    return undefined;
  }
};
