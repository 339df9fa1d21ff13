/** Sessions are opened by passkeys under the same rules as by keys of browsers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { Authenticator, PRESENT } from '@yaosu/identity/testing/authenticator';
import { newClient } from '../api/client.js';
import { signedChallenge } from '../api/signed-challenge.js';
import { newCommand } from '../commands/new-command.js';
import { systemPorts } from '../ports.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const DAY_MS = 86_400_000;
const passkey = new Authenticator({ rpId: 'yaosu.example', origin: 'https://yaosu.example' });

const proposed = (): ProposedKey => {
  const now = Date.now();
  const period = { notBefore: instantOf(now - DAY_MS), notAfter: instantOf(now + DAY_MS) };
  const { kid, publicKey, webauthn } = passkey;
  return {
    ...{ kid, publicKey, webauthn, kind: 'passkey-unattested', person: 'ab'.repeat(16), onlyFor: null },
    appointments: [{ function: 'qualifiedPerson', ...period }],
    ...period,
  };
};

const admit = async ({ client, enterprise, key }: Actor): Promise<void> => {
  const { ledgerId } = await client.read('network', {});
  const parties = [
    { role: 'administrator', enterprise, kid: key.kid },
    { role: 'holder', enterprise, kid: passkey.kid },
  ];
  const act = enterpriseActs.admitKey;
  const payload = { enterprise, key: proposed() };
  const draft = { ledgerId: ledgerId ?? '', act, parties, payload, seenHash: null };
  const command = newCommand(draft, systemPorts);
  await client.submit(act, { command, signatures: [key.sign(command), passkey.assertion(command.cmd)] });
};

describe('a session of a passkey', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await newTestGateway();
    await admit(await gateway.actor('maker-admin'));
  });
  afterAll(() => gateway.remove());

  const open = async (sign: (challenge: string) => CommandSignature) => {
    const client = newClient(gateway.url);
    const { kid } = passkey;
    const { challenge } = await client.call('challenge', { kid });
    const { token } = await client.call('session', { kid, challenge, signature: sign(challenge) });
    client.setToken(token);
    return client;
  };
  const idOf = (challenge: string): string => signedChallenge(challenge).cmd;

  it('speaks for the person to whom the key was given', async () => {
    const client = await open((challenge) => passkey.assertion(idOf(challenge)));
    expect(await client.read('session', {})).toMatchObject({
      enterprise: 'anhe-pharma',
      functions: ['qualifiedPerson'],
      kid: passkey.kid,
    });
  });

  it.each<[string, (challenge: string) => CommandSignature]>([
    ['of another challenge', () => passkey.assertion('ab'.repeat(32))],
    ['at another address', (c) => passkey.assertion(idOf(c), { origin: 'https://elsewhere.example' })],
    ['without its person verified', (c) => passkey.assertion(idOf(c), { flags: PRESENT })],
    [
      "as a browser's key",
      (c) => ({
        alg: 'ES256',
        form: 'p1363',
        signature: passkey.sign(signedChallenge(c).bytes, 'ieee-p1363'),
      }),
    ],
  ])('is not opened by an assertion %s', async (_, sign) => {
    await expect(open(sign)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
  });
});
