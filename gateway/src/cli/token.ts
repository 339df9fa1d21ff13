import { signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { newClient } from '../api/client.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';

/** A session of a demo login, with a new key, through the same door as everybody. @throws ApiError */
export const token = async (url: string, login: string): Promise<string> => {
  const client = newClient(url);
  const { kid, publicKey, signBytes, prove } = deviceKeyOf(newPrivateKeyPem());
  const { command } = await client.call('enrol', { login, publicKey, kind: 'device' });
  await client.call('confirm', { command, signature: signBytes(signedBytes(command)) });
  const { challenge } = await client.call('challenge', { kid });
  return (await client.call('session', { kid, challenge, signature: prove(challenge) })).token;
};
