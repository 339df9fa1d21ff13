/** Sessions of a device key, the same for desk and phone: enrol once, prove the key, and go on. For browsers only. */
import { utf8 } from '@yaosu/chaincode/signing/bytes';
import { newDeviceKey, signBytes, signCommand, type DeviceKey } from '@yaosu/identity/keys/device-key';
import { loadDeviceKey, saveDeviceKey } from '@yaosu/identity/keys/device-key-store';
import { ApiError } from '../api-error.js';
import type { Client } from '../client.js';
import type { ReadAnswer } from '../reads.js';

/** Who is signed in, and the key that signs for them. */
export type DeviceSession = Omit<ReadAnswer<'session'>, 'asOfBlock'> & {
  readonly login: string;
  readonly ledgerId: string;
  readonly key: DeviceKey;
};

const provedBy = async (client: Client, key: DeviceKey) => {
  const { kid } = key;
  const { challenge } = await client.call('challenge', { kid });
  return { kid, challenge, signature: await signBytes(key, utf8(challenge)) };
};

/** Proves a key by a signed challenge; the client uses the token from now on. @throws ApiError */
export const proveKey = async (client: Client, key: DeviceKey): Promise<void> => {
  client.setToken((await client.call('session', await provedBy(client, key))).token);
};

/** Lets a key that counts no more hand in what it signed, and nothing else. @throws ApiError */
export const proveForDelivery = async (client: Client, key: DeviceKey): Promise<void> => {
  client.setToken((await client.call('delivery', await provedBy(client, key))).token);
};

const enrol = async (client: Client, ledgerId: string, login: string): Promise<DeviceKey> => {
  const key = await newDeviceKey();
  const { command } = await client.call('enrol', { login, publicKey: key.publicKey, kind: 'device' });
  const { signature } = await signCommand(key, command);
  await client.call('confirm', { command, signature });
  await saveDeviceKey(`${ledgerId}/${login}`, key);
  return key;
};

/** Opens a session with the key of this login on this device, which is made when there is none. @throws ApiError */
export const openDeviceSession = async (client: Client, login: string): Promise<DeviceSession> => {
  const { ledgerId } = await client.read('network', {});
  const ledger = ledgerId ?? '';
  let key = await loadDeviceKey(`${ledger}/${login}`);
  try {
    key ??= await enrol(client, ledger, login);
    await proveKey(client, key);
  } catch (error) {
    // A key that the ledger no longer takes is replaced; every other refusal is the person's to see.
    const isGone =
      error instanceof ApiError && (error.code === 'KEY_UNKNOWN' || error.code === 'SESSION_REFUSED');
    if (!isGone) throw error;
    key = await enrol(client, ledger, login);
    await proveKey(client, key);
  }
  const { enterprise, person, functions, roles, kid } = await client.read('session', {});
  return { enterprise, person, functions, roles, kid, login, ledgerId: ledger, key };
};
