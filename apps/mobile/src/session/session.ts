/** Who uses this phone. The key stays in the device's key store; the rest is remembered, so that it opens without signal. */
import { ApiError } from '@yaosu/gateway/api/api-error';
import {
  openDeviceSession,
  proveForDelivery,
  proveKey,
  type DeviceSession,
} from '@yaosu/gateway/api/browser/device-session';
import { loadDeviceKey } from '@yaosu/identity/keys/device-key-store';
import { api } from '../lib/api.js';
import { isSessionLost } from '../outbox/policy.js';
import { showKeyEnded } from './key-line.js';
import { forgetPurpose, givePurpose } from './purpose.js';

const STORED = 'yaosu-phone-session';

/** Opens a session and remembers who it is. @throws ApiError */
export const signIn = async (login: string): Promise<DeviceSession> => {
  const session = await openDeviceSession(api, login);
  givePurpose(session);
  const { key: _, ...rest } = session;
  localStorage.setItem(STORED, JSON.stringify(rest));
  return session;
};

/** Who was signed in last, with the key out of the key store; undefined when nobody was. Needs no signal. */
export const rememberedSession = async (): Promise<DeviceSession | undefined> => {
  const stored = localStorage.getItem(STORED);
  if (stored === null) return undefined;
  const rest = JSON.parse(stored) as Omit<DeviceSession, 'key'>;
  const key = await loadDeviceKey(`${rest.ledgerId}/${rest.login}`);
  return key === undefined ? undefined : { ...rest, key };
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
  api.setToken(undefined);
};
