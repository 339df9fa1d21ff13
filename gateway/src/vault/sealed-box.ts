/**
 * Encryption of documents: once under a random key (AES-256-GCM), and that key wrapped for each reader by ECDH on
 * P-256 with an ephemeral key, HKDF-SHA-256 and AES-256-GCM.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const P256_SPKI_BYTES = 91;
const WRAP_INFO = 'yaosu key wrap v1';

/** Source of randomness; a port, so that tests can repeat a run. */
export type RandomBytes = (size: number) => Uint8Array;

/** Encrypts under a given key: iv ‖ ciphertext ‖ tag. */
export const sealUnder = (key: Uint8Array, plaintext: Uint8Array, randomBytes: RandomBytes): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};

/** Opens what {@link sealUnder} made. @throws when it was altered or the key is another's. */
export const unsealUnder = (key: Uint8Array, sealed: Uint8Array): Buffer => {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]);
};

/** A document's ciphertext and the key that opens it. */
export interface Sealed {
  readonly key: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Encrypts under a fresh key. */
export const sealDocument = (plaintext: Uint8Array, randomBytes: RandomBytes): Sealed => {
  const key = randomBytes(KEY_BYTES);
  return { key, ciphertext: sealUnder(key, plaintext, randomBytes) };
};

const wrappingKey = (privateKey: KeyObject, publicKey: KeyObject, ephemeral: Uint8Array): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), ephemeral, WRAP_INFO, KEY_BYTES),
  );

/** Wraps a document key for a reader's P-256 public key (DER SPKI): ephemeral SPKI ‖ iv ‖ ciphertext ‖ tag. */
export const wrapKey = (key: Uint8Array, readerSpki: Uint8Array, randomBytes: RandomBytes): Uint8Array => {
  const reader = createPublicKey({ key: Buffer.from(readerSpki), format: 'der', type: 'spki' });
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ephemeral = pair.publicKey.export({ format: 'der', type: 'spki' });
  return Buffer.concat([
    ephemeral,
    sealUnder(wrappingKey(pair.privateKey, reader, ephemeral), key, randomBytes),
  ]);
};

/** @throws when the wrap was made for another reader. */
export const unwrapKey = (wrap: Uint8Array, privateKey: KeyObject): Uint8Array => {
  const ephemeral = wrap.subarray(0, P256_SPKI_BYTES);
  const publicKey = createPublicKey({ key: Buffer.from(ephemeral), format: 'der', type: 'spki' });
  return unsealUnder(wrappingKey(privateKey, publicKey, ephemeral), wrap.subarray(P256_SPKI_BYTES));
};
