import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { Authenticator, PRESENT, VERIFIED, type Said } from '@yaosu/identity/testing/authenticator';
import { newActor, proposal, signed, type Actor } from '../support/actor.js';
import { freshGln, site } from '../support/payloads.js';
import { TestNetwork, codeOf } from '../support/test-network.js';

const ORIGIN = 'https://yaosu.example';
const HERE = { rpId: 'yaosu.example', origin: ORIGIN };
const { addSite, admitKey } = enterpriseActs;

describe('a command signed with a passkey', () => {
  let network: TestNetwork;
  let root: Actor;
  const passkey = new Authenticator(HERE);
  const asActor = ({ kid, publicKey }: Authenticator): Actor => ({ ...newActor('maker'), kid, publicKey });

  const proposed = (key: Authenticator, change: Partial<ProposedKey> = {}): ProposedKey => ({
    ...proposal(asActor(key), ['administrator'], 'passkey-unattested'),
    webauthn: key.webauthn,
    ...change,
  });
  const admit = (
    key: Authenticator,
    change?: Partial<ProposedKey>,
    sign = (command: Command): CommandSignature => key.assertion(command.cmd),
  ): Promise<string> => {
    const payload = { enterprise: 'maker', key: proposed(key, change) };
    const actors = [root, asActor(key)];
    const { command } = network.envelope({ act: admitKey, actors, payload });
    const signatures = [signed(command, root), sign(command)];
    return codeOf(network.submit({ command, signatures }, 'ManufacturerMSP'));
  };
  const send = (sign: (command: Command) => CommandSignature): Promise<string> => {
    const payload = site('maker', freshGln());
    const { command } = network.envelope({ act: addSite, actors: [asActor(passkey)], payload });
    return codeOf(network.submit({ command, signatures: [sign(command)] }, 'ManufacturerMSP'));
  };

  beforeAll(async () => {
    network = await TestNetwork.open();
    root = await network.register('maker', ['manufacturer', 'mah'], 'ManufacturerMSP');
    expect(await admit(passkey)).toBe('VALID');
  });
  afterAll(() => network.close());

  const p1363 = (key: Authenticator, command: Command): CommandSignature => ({
    alg: 'ES256',
    form: 'p1363',
    signature: key.sign(signedBytes(command), 'ieee-p1363'),
  });

  test('is VALID where its person was verified, at the address of the key', async () => {
    expect(await send(({ cmd }) => passkey.assertion(cmd))).toBe('VALID');
  });

  const wrong: readonly (readonly [string, Partial<Said>])[] = [
    ['at another address', { origin: 'https://yaosu.example.org' }],
    ['at another port', { origin: `${ORIGIN}:8443` }],
    ['without encryption', { origin: 'http://yaosu.example' }],
    ['inside a page of somebody else', { crossOrigin: true }],
    ['for another relying party', { rpId: 'example' }],
    ['by a person who was there but not verified', { flags: PRESENT }],
    ['by a person who was verified but not there', { flags: VERIFIED }],
    ['when the key was made', { type: 'webauthn.create' }],
  ];
  test.each(wrong)('%s is refused, and nothing is written', async (_, said) => {
    const before = await network.ledger.height();
    expect(await send(({ cmd }) => passkey.assertion(cmd, said))).toBe('SIGNATURE_INVALID');
    expect(await network.ledger.height()).toBe(before);
  });

  const forged: readonly (readonly [string, (command: Command) => CommandSignature])[] = [
    ['an assertion for another command', () => passkey.assertion('ab'.repeat(32))],
    ['an assertion of another passkey', ({ cmd }) => new Authenticator(HERE).assertion(cmd)],
    ["a browser key's signature by the same key", (command) => p1363(passkey, command)],
    [
      'the right words under a signature of zeros',
      ({ cmd }) => ({ ...passkey.assertion(cmd), signature: 'A'.repeat(96) }),
    ],
    ['words that are no JSON', ({ cmd }) => ({ ...passkey.assertion(cmd), clientDataJSON: 'AAAA' })],
    ['another algorithm than its key has', ({ cmd }) => ({ ...passkey.assertion(cmd), alg: 'RS256' })],
    [
      'words that were changed after signing',
      ({ cmd }) => {
        const { clientDataJSON } = passkey.assertion(cmd, { origin: 'https://elsewhere.example' });
        const right = passkey.assertion(cmd);
        const said = Buffer.from(clientDataJSON, 'base64url').toString().replace('elsewhere', 'yaosu');
        return { ...right, clientDataJSON: Buffer.from(`${said} `).toString('base64url') };
      },
    ],
  ];
  test.each(forged)('under %s is refused', async (_, sign) => {
    expect(await send(sign)).toBe('SIGNATURE_INVALID');
  });

  test("under a passkey's assertion is refused for a browser's key", async () => {
    const key = new Authenticator(HERE);
    const device = { kind: 'device', webauthn: null } as const;
    expect(await admit(key, device)).toBe('SIGNATURE_INVALID');
    expect(await admit(key, device, (command) => p1363(key, command))).toBe('VALID');
  });

  const kinds: readonly (readonly [string, Partial<ProposedKey>])[] = [
    ['as attested, since nobody verified an attestation', { kind: 'passkey' }],
    ["as a browser's key", { kind: 'device' }],
    ['as a machine', { kind: 'service', person: null, appointments: [] }],
  ];
  test.each(kinds)('is admitted %s: refused', async (_, change) => {
    expect(await admit(new Authenticator(HERE), change)).toBe('KEY_ADMISSION_FORBIDDEN');
  });

  test("a browser's key is not admitted as a passkey", async () => {
    const key = new Authenticator(HERE);
    expect(await admit(key, { webauthn: null }, (command) => p1363(key, command))).toBe(
      'KEY_ADMISSION_FORBIDDEN',
    );
  });
});
