/** Actors of the story: each enrols a key of its own, opens a session and signs what it sends. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { newClient, type Client, type Submitted } from '../api/client.js';
import { seenHashOf } from '../api/seen-hash.js';
import { newCommand } from '../commands/new-command.js';
import { deviceKeyOf, newPrivateKeyPem, type DeviceKey } from '../demo/device-key.js';
import type { Ports } from '../ports.js';

/** A transaction of the story. */
export interface Played {
  readonly login: string;
  readonly act: string;
  readonly cmd: string;
  readonly txId: string;
  readonly block: number;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Somebody with a key and a session. */
export interface Player {
  readonly login: string;
  /** Gateway of the session. */
  readonly url: string;
  readonly enterprise: string;
  readonly client: Client;
  readonly key: DeviceKey;
  /** Bearer of the session, for answers that are compared as bytes. */
  readonly token: string;
}

/** How a command differs from the usual one. */
export interface Sending {
  /** Who signs beside the first, in the order of the act's parties. */
  readonly with?: readonly Player[];
  /** Parts of all signers, where an act has optional parties. */
  readonly roles?: readonly string[];
  /** Time of capture, for a fact that is told late; now when undefined. */
  readonly capturedAt?: string;
}

/** Opens a session with a key. @returns the token */
export const logIn = async (client: Client, key: DeviceKey): Promise<string> => {
  const { challenge } = await client.call('challenge', { kid: key.kid });
  const signature = key.prove(challenge);
  const { token } = await client.call('session', { kid: key.kid, challenge, signature });
  client.setToken(token);
  return token;
};

/** Enrols a demo login with a new key and opens a session. */
export const enter = async (url: string, login: string): Promise<Player> => {
  const client = newClient(url);
  const key = deviceKeyOf(newPrivateKeyPem());
  const { command } = await client.call('enrol', { login, publicKey: key.publicKey, kind: 'device' });
  await client.call('confirm', { command, signature: key.signBytes(signedBytes(command)) });
  const token = await logIn(client, key);
  const { enterprise } = await client.read('session', {});
  return { login, url, enterprise, client, key, token };
};

/** A command signed by all of its players. */
export const signedCommand = async (
  ports: Ports,
  ledgerId: string,
  act: Act,
  payload: Record<string, unknown>,
  players: readonly Player[],
  sending: Sending = {},
): Promise<{ readonly command: Command; readonly signatures: ReturnType<DeviceKey['sign']>[] }> => {
  const [first] = players;
  if (first === undefined) throw new Error('nobody signs');
  const roles = sending.roles ?? Object.keys(act.parties);
  const parties = players.map(({ enterprise, key }, i) => ({
    role: roles[i] ?? '',
    enterprise,
    kid: key.kid,
  }));
  const draft = { ledgerId, act, parties, payload, seenHash: await seenHashOf(first.client, act, payload) };
  const command = newCommand(draft, ports, sending.capturedAt);
  return { command, signatures: players.map(({ key }) => key.sign(command)) };
};

/** What stands on the ledger; a story does not go on with less. @throws when the ledger is away */
export const committed = (login: string, act: Act, answer: Submitted): Played => {
  if (answer.state !== 'committed') throw new Error(`${act.contract}.${act.name} is still on its way`);
  const { cmd, txId, block, result } = answer;
  const name = `${act.contract}.${act.name}`;
  return { login, act: name, cmd, txId, block, result: result as Played['result'] };
};
