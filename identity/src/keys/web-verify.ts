/** The verify primitive of browsers: WebCrypto; a key or signature that cannot be read does not verify. */
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import type { VerifyPrimitive } from '@yaosu/chaincode/signing/verify-signature';

const ES256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** {@link VerifyPrimitive} for device keys, whose signatures are r‖s; of other forms it says no. */
export const webVerifyPrimitive: VerifyPrimitive = async (publicKey, alg, encoding, data, signature) => {
  if (alg !== 'ES256' || encoding !== 'p1363') return false;
  try {
    const spki = fromBase64url(publicKey) as Uint8Array<ArrayBuffer>;
    const key = await crypto.subtle.importKey('spki', spki, ES256, false, ['verify']);
    const bytes = [signature, data] as readonly Uint8Array<ArrayBuffer>[];
    const [signed, message] = bytes as readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signed, message);
  } catch {
    return false;
  }
};
