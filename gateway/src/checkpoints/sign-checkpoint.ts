import { createPublicKey, verify } from 'node:crypto';
import { fromBase64url, utf8 } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';

/** The bytes of a statement that host keys sign. */
export const statementBytes = (statement: object): Uint8Array => utf8(canonicalJson(statement));

/** Whether a host key (DER SPKI, base64url) signed a statement. */
export const isSignedByHost = (statement: object, signature: string, hostKey: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(fromBase64url(hostKey)), format: 'der', type: 'spki' });
    const how = { key, dsaEncoding: 'ieee-p1363' } as const;
    return verify('sha256', statementBytes(statement), how, fromBase64url(signature));
  } catch {
    // What is no key has signed nothing.
    return false;
  }
};
