/** The verify primitive of peers and gateways: node:crypto, with parsed keys kept. */
import { createPublicKey, type KeyObject, verify as nodeVerify } from 'node:crypto';
import type { VerifyPrimitive } from './verify-signature.js';

const MAX_KEYS = 10_000;
const KEY_TYPES = { ES256: 'ec', RS256: 'rsa' } as const;
const DSA_ENCODINGS = { der: 'der', p1363: 'ieee-p1363' } as const;
const parsed = new Map<string, KeyObject>();

const keyObject = (publicKey: string): KeyObject => {
  const known = parsed.get(publicKey);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  if (parsed.size >= MAX_KEYS) parsed.clear();
  parsed.set(publicKey, key);
  return key;
};

/** {@link VerifyPrimitive} by node:crypto beside the main thread; a key or signature that cannot be read, or of another algorithm, does not verify. */
export const nodeVerifyPrimitive: VerifyPrimitive = (publicKey, alg, encoding, data, signature) =>
  new Promise((resolve) => {
    try {
      const key = keyObject(publicKey);
      if (key.asymmetricKeyType !== KEY_TYPES[alg]) {
        resolve(false);
        return;
      }
      const how = alg === 'RS256' ? key : { key, dsaEncoding: DSA_ENCODINGS[encoding] };
      nodeVerify('sha256', data, how, signature, (error, isRight) => {
        resolve(!error && isRight);
      });
    } catch {
      resolve(false);
    }
  });
