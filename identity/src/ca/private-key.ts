import { createPrivateKey, type webcrypto } from 'node:crypto';
import { P256 } from './keyed-certificate.js';

/** PKCS #8 PEM of a WebCrypto private key. */
export async function exportPrivateKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

/** A signing key from its PKCS #8 PEM. */
export async function importPrivateKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  return crypto.subtle.importKey('pkcs8', new Uint8Array(der), P256, false, ['sign']);
}
