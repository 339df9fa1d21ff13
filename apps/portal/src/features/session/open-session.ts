/** Signing in: a device key, admitted on the ledger, proves itself by signing a challenge. */
import { utf8 } from '@yaosu/chaincode/signing/bytes';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { newDeviceKey, signBytes, signCommand, type DeviceKey } from '@yaosu/identity/keys/device-key';
import { loadDeviceKey, saveDeviceKey } from '@yaosu/identity/keys/device-key-store';
import { api } from '../../lib/api.js';
import type { Session } from '../../lib/session.js';

const enrol = async (login: string): Promise<DeviceKey> => {
  const key = await newDeviceKey();
  const { command } = await api.call('enrol', { login, publicKey: key.publicKey, kind: 'device' });
  const { signature } = await signCommand(key, command);
  await api.call('confirm', { command, signature });
  const { ledgerId } = await api.read('network', {});
  await saveDeviceKey(`${ledgerId ?? ''}/${login}`, key);
  return key;
};

const prove = async (key: DeviceKey): Promise<void> => {
  const { challenge } = await api.call('challenge', { kid: key.kid });
  const signature = await signBytes(key, utf8(challenge));
  const { token } = await api.call('session', { kid: key.kid, challenge, signature });
  api.setToken(token);
};

/** Opens a session with the key of this login on this device, which is made when there is none. @throws ApiError */
export const openSession = async (login: string): Promise<Session> => {
  const { ledgerId } = await api.read('network', {});
  let key = await loadDeviceKey(`${ledgerId ?? ''}/${login}`);
  try {
    key ??= await enrol(login);
    await prove(key);
  } catch (error) {
    // A key that the ledger no longer takes is replaced; every other refusal is the person's to see.
    if (!(error instanceof ApiError) || error.code !== 'KEY_UNKNOWN') throw error;
    key = await enrol(login);
    await prove(key);
  }
  return { ...(await api.read('session', {})), login, key };
};
