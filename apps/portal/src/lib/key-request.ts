/** A key that somebody has made and wants to be admitted, as text for the administrator. */
import { kid, publicKey } from '@yaosu/chaincode/model/kernel/text';
import type { DeviceKey } from '@yaosu/identity/keys/device-key';
import * as z from 'zod';

const PREFIX = 'YAOSU-KEY:';
const request = z.strictObject({ kid, publicKey });
/** A key that is to be admitted. */
export type KeyRequest = z.infer<typeof request>;

/** The text of a key. */
export const encodeKeyRequest = (key: Pick<DeviceKey, 'kid' | 'publicKey'>): string =>
  PREFIX + JSON.stringify({ kid: key.kid, publicKey: key.publicKey });

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
