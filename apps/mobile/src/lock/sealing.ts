/** Records sealed for this phone: AES-256-GCM under a data key, which a PIN and a recovery code each unwrap. */
import { fromBase64url, toBase64url, utf8 } from '@yaosu/chaincode/signing/bytes';

const CIPHER = 'AES-GCM';
const KEY_BITS = 256;
const IV_BYTES = 12;
const SALT_BYTES = 16;
/** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
const ITERATIONS = 600_000;

/** A sealed value; a fresh vector each time also tells two writings of the same apart. */
export interface Sealed {
  readonly iv: string;
  readonly sealed: string;
}

/** A data key under a secret that a person knows or keeps. */
export interface Wrapped extends Sealed {
  readonly salt: string;
  readonly iterations: number;
}

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => fromBase64url(text) as Bytes;
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Seals a value that JSON can hold. @param name what it is, which is checked when it is opened */
export const seal = async (key: CryptoKey, value: unknown, name: string): Promise<Sealed> => {
  const iv = random(IV_BYTES);
  const algorithm = { name: CIPHER, iv, additionalData: utf8(name) as Bytes };
  const sealed = await crypto.subtle.encrypt(algorithm, key, utf8(JSON.stringify(value)) as Bytes);
  return { iv: toBase64url(iv), sealed: toBase64url(new Uint8Array(sealed)) };
};

/** Opens a value. @throws DOMException OperationError under another key or name, or when it was altered */
export const unseal = async (key: CryptoKey, { iv, sealed }: Sealed, name: string): Promise<unknown> => {
  const algorithm = { name: CIPHER, iv: bytesOf(iv), additionalData: utf8(name) as Bytes };
  const opened = await crypto.subtle.decrypt(algorithm, key, bytesOf(sealed));
  return JSON.parse(new TextDecoder().decode(opened));
};

const keyFrom = async (
  secret: string,
  { salt, iterations }: Pick<Wrapped, 'salt' | 'iterations'>,
): Promise<CryptoKey> => {
  const base = await crypto.subtle.importKey('raw', utf8(secret) as Bytes, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations };
  return crypto.subtle.deriveKey(algorithm, base, { name: CIPHER, length: KEY_BITS }, false, [
    'wrapKey',
    'unwrapKey',
  ]);
};

/** A data key that can be wrapped; what stays in memory afterwards comes from {@link unwrap}. */
export const newDataKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: CIPHER, length: KEY_BITS }, true, ['encrypt', 'decrypt']);

/** Wraps a data key under a secret. */
export const wrap = async (
  key: CryptoKey,
  secret: string,
  iterations: number = ITERATIONS,
): Promise<Wrapped> => {
  const salt = toBase64url(random(SALT_BYTES));
  const iv = random(IV_BYTES);
  const kek = await keyFrom(secret, { salt, iterations });
  const sealed = await crypto.subtle.wrapKey('raw', key, kek, { name: CIPHER, iv });
  return { salt, iterations, iv: toBase64url(iv), sealed: toBase64url(new Uint8Array(sealed)) };
};

/** The data key of a secret; undefined for a wrong one. @param isExtractable to wrap it anew */
export const unwrap = async (
  wrapped: Wrapped,
  secret: string,
  isExtractable = false,
): Promise<CryptoKey | undefined> => {
  const kek = await keyFrom(secret, wrapped);
  const algorithm = { name: CIPHER, iv: bytesOf(wrapped.iv) };
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      bytesOf(wrapped.sealed),
      kek,
      algorithm,
      CIPHER,
      isExtractable,
      ['encrypt', 'decrypt'],
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
};
