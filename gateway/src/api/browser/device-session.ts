/** Sessions of a person's key, the same for desk and phone: enrol once, prove the key, and go on. For browsers only. */
import { newDeviceKey, type DeviceKey } from '@yaosu/identity/keys/device-key';
import { loadKey, saveKey } from '@yaosu/identity/keys/key-store';
import { NotSignedError } from '@yaosu/identity/keys/not-signed-error';
import { signCommand, signWith, type SigningKey } from '@yaosu/identity/keys/signing-key';
import { ApiError } from '../api-error.js';
import type { Client } from '../client.js';
import type { ReadAnswer } from '../reads.js';
import { signedChallenge } from '../signed-challenge.js';
import { isOwnLogin } from './own-login.js';

/** Who is signed in, and the key that signs for them. */
export type KeySession<K extends SigningKey = SigningKey> = Omit<ReadAnswer<'session'>, 'asOfBlock'> & {
  readonly login: string;
  readonly ledgerId: string;
  readonly key: K;
};

/** Who is signed in with a key of this browser, which signs without a gesture and without signal. */
export type DeviceSession = KeySession<DeviceKey>;

const provedBy = async (client: Client, key: SigningKey) => {
  const { kid } = key;
  const { challenge } = await client.call('challenge', { kid });
  return { kid, challenge, signature: await signWith(key, signedChallenge(challenge)) };
};

/** Proves a key by a signed challenge; the client uses the token from now on. @throws ApiError, NotSignedError */
export const proveKey = async (client: Client, key: SigningKey): Promise<void> => {
  client.setToken((await client.call('session', await provedBy(client, key))).token);
};

/** Lets a key that counts no more hand in what it signed, and nothing else. @throws ApiError, NotSignedError */
export const proveForDelivery = async (client: Client, key: SigningKey): Promise<void> => {
  client.setToken((await client.call('delivery', await provedBy(client, key))).token);
};

const enrol = async (client: Client, ledgerId: string, login: string): Promise<DeviceKey> => {
  const key = await newDeviceKey();
  const { command } = await client.call('enrol', { login, publicKey: key.publicKey, kind: 'device' });
  const { signature } = await signCommand(key, command);
  await client.call('confirm', { command, signature });
  await saveKey(`${ledgerId}/${login}`, key);
  return key;
};

/** The key that was proved: a demonstration's actor gets one where there is none, or where the ledger no longer takes it. */
const provenKey = async (client: Client, ledgerId: string, login: string): Promise<SigningKey> => {
  const known = await loadKey(`${ledgerId}/${login}`);
  if (known === undefined && isOwnLogin(login)) throw new NotSignedError('noKey');
  try {
    const key = known ?? (await enrol(client, ledgerId, login));
    await proveKey(client, key);
    return key;
  } catch (error) {
    const isGone =
      error instanceof ApiError && (error.code === 'KEY_UNKNOWN' || error.code === 'SESSION_REFUSED');
    if (!isGone || isOwnLogin(login)) throw error;
    const key = await enrol(client, ledgerId, login);
    await proveKey(client, key);
    return key;
  }
};

const sessionOf = async <K extends SigningKey>(
  client: Client,
  opened: Pick<KeySession<K>, 'login' | 'ledgerId' | 'key'>,
): Promise<KeySession<K>> => {
  const { asOfBlock: _, ...view } = await client.read('session', {});
  return { ...view, ...opened };
};

/** Opens a session with the key of this login in this browser. @throws ApiError, NotSignedError */
export const openSession = async (client: Client, login: string): Promise<KeySession> => {
  const { ledgerId } = await client.read('network', {});
  const ledger = ledgerId ?? '';
  const key = await provenKey(client, ledger, login);
  return sessionOf(client, { login, ledgerId: ledger, key });
};

/** Opens a session with a key that is not kept here: that of an invitation. @throws ApiError */
export const openSessionWith = async (client: Client, key: DeviceKey): Promise<DeviceSession> => {
  const { ledgerId } = await client.read('network', {});
  await proveKey(client, key);
  return sessionOf(client, { login: '', ledgerId: ledgerId ?? '', key });
};
