/**
 * The key of a person on one device: made in the browser, not extractable, kept in IndexedDB by structured clone.
 * It signs without asking; nothing can read it out, the page's own script included.
 */
import { toBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';

/** Curve of keys of people. */
export const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** How they sign. */
export const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A key pair and the names of its public half. */
export interface DeviceKey {
  readonly kid: string;
  /** DER SubjectPublicKeyInfo, base64url. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/** Makes a key whose private half cannot leave this device. */
export const newDeviceKey = async (): Promise<DeviceKey> => {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { kid: kidOf(spki), publicKey: toBase64url(spki), privateKey: pair.privateKey };
};

/** ECDSA P-256 over SHA-256 of the bytes, r‖s, base64url. */
export const signBytes = async (key: DeviceKey, bytes: Uint8Array): Promise<string> => {
  const signature = await crypto.subtle.sign(SIGNING, key.privateKey, bytes as Uint8Array<ArrayBuffer>);
  return toBase64url(new Uint8Array(signature));
};
