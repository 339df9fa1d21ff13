/** A demonstration actor over HTTP: enrols a key of its own and opens a session with it, as a browser does. */
import { newClient, type Client } from '@yaosu/gateway/api/client';
import { signedChallenge } from '@yaosu/gateway/api/signed-challenge';
import { newActor, signed, signedText, type Actor } from './actor.js';

/** A client with a session, and the key that signs for it. */
export interface DemoClient {
  readonly client: Client;
  readonly actor: Actor;
  readonly ledgerId: string;
  /** Bearer token of the session. */
  readonly token: string;
}

/** Opens a session with a key that is on the ledger. */
export const openSession = async (url: string, actor: Actor): Promise<DemoClient> => {
  const client = newClient(url);
  const { challenge } = await client.call('challenge', { kid: actor.kid });
  const signature = signedText(signedChallenge(challenge).bytes, actor);
  const { token } = await client.call('session', { kid: actor.kid, challenge, signature });
  client.setToken(token);
  const { ledgerId } = await client.read('network', {});
  return { client, actor, ledgerId: ledgerId ?? '', token };
};

/** Makes a key, has it admitted for a demonstration login and opens a session with it. */
export const enter = async (url: string, login: string): Promise<DemoClient> => {
  const client = newClient(url);
  const { logins } = await client.read('demoLogins', {});
  const actor = newActor(logins.find((each) => each.login === login)?.enterprise ?? '');
  const { command } = await client.call('enrol', { login, publicKey: actor.publicKey, kind: 'device' });
  const { signature } = signed(command, actor);
  await client.call('confirm', { command, signature });
  return openSession(url, actor);
};
