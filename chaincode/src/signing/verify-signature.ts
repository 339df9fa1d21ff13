/** The one check of a command's signature. The curve arithmetic is a port: node:crypto on peers, WebCrypto in browsers. */
import type { CommandSignature } from '../model/kernel/command.js';
import type { KeyRecord } from '../model/enterprise/schemas.js';
import { fromBase64url, fromHex, sha256Hex, toBase64url, toHex, utf8 } from './bytes.js';

/** Verifies `signature` over SHA-256 of `data`; ES256 in p1363 or DER form, RS256 as PKCS #1 v1.5. */
export type VerifyPrimitive = (
  publicKey: string,
  alg: 'ES256' | 'RS256',
  encoding: 'p1363' | 'der',
  data: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** What all parties of a command sign. */
export interface Signed {
  readonly cmd: string;
  /** The canonical command. */
  readonly bytes: Uint8Array;
}

type VerifyingKey = Pick<KeyRecord, 'publicKey' | 'webauthn'>;

/** Whether a party signed this very command with this key. */
export const isSignedBy = async (
  signed: Signed,
  signature: CommandSignature,
  key: VerifyingKey,
  verify: VerifyPrimitive,
): Promise<boolean> => {
  const bytes = fromBase64url(signature.signature);
  if (signature.form === 'p1363') {
    return key.webauthn === null && verify(key.publicKey, 'ES256', 'p1363', signed.bytes, bytes);
  }
  if (!isAssertionFor(signed.cmd, signature, key)) return false;
  const clientHash = fromHex(sha256Hex(fromBase64url(signature.clientDataJSON)));
  const data = concat(fromBase64url(signature.authenticatorData), clientHash);
  return verify(key.publicKey, signature.alg, 'der', data, bytes);
};

const RP_ID_HASH_BYTES = 32;
const USER_PRESENT_AND_VERIFIED = 0x05;

/** WebAuthn Level 2, 7.2 steps 11 to 17: type, challenge, origin, rpIdHash, UP and UV. */
const isAssertionFor = (
  cmd: string,
  signature: Extract<CommandSignature, { form: 'webauthn' }>,
  key: VerifyingKey,
): boolean => {
  if (key.webauthn === null) return false;
  const client = parseClientData(fromBase64url(signature.clientDataJSON));
  const authenticator = fromBase64url(signature.authenticatorData);
  const flags = authenticator[RP_ID_HASH_BYTES] ?? 0;
  return (
    client?.['type'] === 'webauthn.get' &&
    client['challenge'] === toBase64url(fromHex(cmd)) &&
    client['origin'] === key.webauthn.origin &&
    (client['crossOrigin'] ?? false) === false &&
    sha256Hex(utf8(key.webauthn.rpId)) === toHex(authenticator.subarray(0, RP_ID_HASH_BYTES)) &&
    (flags & USER_PRESENT_AND_VERIFIED) === USER_PRESENT_AND_VERIFIED
  );
};

const parseClientData = (bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const concat = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
};
