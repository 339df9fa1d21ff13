/** A key that somebody has made and wants to be admitted, as text for the administrator. */
import { proposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { isDeviceKey, type SigningKey } from '@yaosu/identity/keys/signing-key';
import * as z from 'zod';

const PREFIX = 'YAOSU-KEY:';
const request = z.strictObject(proposedKey.pick({ kid: true, publicKey: true, webauthn: true }).shape);
/** A key that is to be admitted; where it is pinned to, when it is a passkey. */
export type KeyRequest = z.infer<typeof request>;

/** What is to be admitted of a key. */
export const requestOf = (key: SigningKey): KeyRequest => {
  const { kid, publicKey } = key;
  return { kid, publicKey, webauthn: isDeviceKey(key) ? null : key.webauthn };
};

/** Kind under which a key is admitted; no attestation of passkeys is verified yet. */
export const kindOf = ({ webauthn }: Pick<KeyRequest, 'webauthn'>): 'device' | 'passkey-unattested' =>
  webauthn === null ? 'device' : 'passkey-unattested';

/** The text of a key. */
export const encodeKeyRequest = (key: KeyRequest): string => PREFIX + JSON.stringify(key);

/** The key of a text; undefined when it is none. */
export const parseKeyRequest = (text: string): KeyRequest | undefined => {
  const trimmed = text.trim();
  if (!trimmed.startsWith(PREFIX)) return undefined;
  try {
    return request.safeParse(JSON.parse(trimmed.slice(PREFIX.length))).data;
  } catch {
    return undefined;
  }
};
