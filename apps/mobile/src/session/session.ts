/** Who uses this phone. The key stays in the device's key store; the rest is remembered, so that it opens without signal. */
import { ApiError } from '@yaosu/gateway/api/api-error';
import {
  openSession,
  proveForDelivery,
  proveKey,
  type DeviceSession,
} from '@yaosu/gateway/api/browser/device-session';
import { loadKey } from '@yaosu/identity/keys/key-store';
import { isDeviceKey } from '@yaosu/identity/keys/signing-key';
import { api } from '../lib/api.js';
import { isSessionLost } from '../outbox/policy.js';
import { showKeyEnded } from './key-line.js';
import { forgetPurpose, givePurpose } from './purpose.js';

const STORED = 'yaosu-phone-session';

/** Opens a session and remembers who it is; phones sign without signal, which passkeys do not. @throws ApiError */
export const signIn = async (login: string): Promise<DeviceSession> => {
  const { key, ...rest } = await openSession(api, login);
  if (!isDeviceKey(key)) throw new ApiError('KEY_KIND_INSUFFICIENT', { kid: key.kid });
  givePurpose(rest);
  showKeyEnded(false);
  localStorage.setItem(STORED, JSON.stringify(rest));
  return { ...rest, key };
};

/** Who was signed in last, with the key out of the key store; undefined when nobody was. Needs no signal. */
export const rememberedSession = async (): Promise<DeviceSession | undefined> => {
  const stored = localStorage.getItem(STORED);
  if (stored === null) return undefined;
  const rest = JSON.parse(stored) as Omit<DeviceSession, 'key'>;
  const key = await loadKey(`${rest.ledgerId}/${rest.login}`);
  return key !== undefined && isDeviceKey(key) ? { ...rest, key } : undefined;
};

/**
 * Proves the key again, e.g. after a night without signal; one that was revoked or has run out still hands in what it signed.
 * @throws ApiError, or TypeError without signal
 */
export const reopen = async (session: DeviceSession): Promise<void> => {
  givePurpose(session);
  try {
    await proveKey(api, session.key);
    showKeyEnded(false);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'SESSION_REFUSED') throw error;
    await proveForDelivery(api, session.key);
    showKeyEnded(true);
  }
};

/** Runs a read; a session that was lost meanwhile, e.g. over night, is opened again first. @throws ApiError, TypeError */
export const inSession = async <T>(session: DeviceSession, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!isSessionLost(error)) throw error;
    await reopen(session);
    return read();
  }
};

/** Forgets who uses the phone; the key and the outbox stay. */
export const signOut = (): void => {
  localStorage.removeItem(STORED);
  forgetPurpose();
  showKeyEnded(false);
  api.setToken(undefined);
};
