import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fromBase64url, sha256Hex, toHex, utf8 } from '@yaosu/chaincode/signing/bytes';
import { nodeVerifyPrimitive } from '@yaosu/chaincode/signing/node-verify';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import { Authenticator, PRESENT, VERIFIED } from '../testing/authenticator.js';
import { newPasskey } from './passkey.js';
import { passkeyPlace } from './passkey-place.js';
import { signWith } from './signing-key.js';

const ES256 = -7;
const RS256 = -257;
const HERE = { rpId: 'yaosu.example', origin: 'https://yaosu.example:8443' };
const SIGNED = { cmd: sha256Hex('command'), bytes: utf8('command') };

interface Page {
  readonly authenticator: Authenticator;
  flags: number;
  alg: number;
  /** What the browser says instead of an answer. */
  refusal: Error | undefined;
  readonly asked: (CredentialCreationOptions | CredentialRequestOptions)[];
  open: number;
}

const buffer = (text: string): ArrayBuffer => Uint8Array.from(fromBase64url(text)).buffer;

const answer = async (page: Page, make: () => object): Promise<object> => {
  if (page.open > 0) throw new Error('A request is already pending.');
  page.open += 1;
  await Promise.resolve();
  page.open -= 1;
  if (page.refusal !== undefined) throw page.refusal;
  return make();
};

const credentialsOf = (page: Page): object => ({
  create: (options: CredentialCreationOptions) => {
    page.asked.push(options);
    const { credentialId: id, publicKey, webauthn } = page.authenticator;
    return answer(page, () => ({
      id,
      response: {
        getPublicKey: () => buffer(publicKey),
        getPublicKeyAlgorithm: () => page.alg,
        getAuthenticatorData: () =>
          Uint8Array.from(page.authenticator.authenticatorData(webauthn.rpId, page.flags)).buffer,
      },
    }));
  },
  get: (options: CredentialRequestOptions) => {
    page.asked.push(options);
    const challenge = toHex(options.publicKey?.challenge as Uint8Array);
    return answer(page, () => {
      const said = page.authenticator.assertion(challenge, { flags: page.flags });
      const { signature, authenticatorData, clientDataJSON } = said;
      const parts = { signature, authenticatorData, clientDataJSON };
      return {
        id: page.authenticator.credentialId,
        response: Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, buffer(text)])),
      };
    });
  },
});

/** The browser's side, which is all that is fake. */
const standIn = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

const NAMES = ['navigator', 'location', 'PublicKeyCredential'] as const;
const before = NAMES.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

describe('a passkey', () => {
  let page: Page;
  beforeEach(() => {
    const authenticator = new Authenticator(HERE);
    page = { authenticator, flags: PRESENT | VERIFIED, alg: ES256, refusal: undefined, asked: [], open: 0 };
    standIn('navigator', { credentials: credentialsOf(page) });
    standIn('location', { hostname: HERE.rpId, origin: HERE.origin });
  });
  afterEach(() => {
    for (const [i, name] of NAMES.entries()) {
      const was = before[i];
      if (was === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, was);
    }
  });

  test('is named as the ledger names keys, and pinned to the page where it was made', async () => {
    const { kid, publicKey, credentialId } = page.authenticator;
    expect(await newPasskey('Li Na')).toEqual({ kid, publicKey, credentialId, webauthn: HERE });
  });

  test('asks for ES256 alone, a verified person, no attestation, and names nobody in its user id', async () => {
    await newPasskey('Li Na');
    await newPasskey('Li Na');
    const [first, second] = page.asked.map(
      ({ publicKey }) => publicKey as PublicKeyCredentialCreationOptions,
    );
    expect(first).toMatchObject({
      rp: { id: HERE.rpId },
      pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
      authenticatorSelection: { userVerification: 'required' },
      attestation: 'none',
    });
    expect(toHex(first?.user.id as Uint8Array)).toMatch(/^[0-9a-f]{32}$/);
    expect(first?.user.id).not.toEqual(second?.user.id);
  });

  test('signs what the peers verify, for this id alone', async () => {
    const key = await newPasskey('Li Na');
    const signature = await signWith(key, SIGNED);
    expect(await isSignedBy(SIGNED, signature, key, nodeVerifyPrimitive)).toBe(true);
    const other = { ...SIGNED, cmd: sha256Hex('other') };
    expect(await isSignedBy(other, signature, key, nodeVerifyPrimitive)).toBe(false);
    const { publicKey } = page.asked.at(-1) as { readonly publicKey: PublicKeyCredentialRequestOptions };
    expect(publicKey).toMatchObject({
      rpId: HERE.rpId,
      userVerification: 'required',
      allowCredentials: [{ type: 'public-key', id: fromBase64url(key.credentialId) }],
    });
  });

  test('asks one after another, also after one that was refused', async () => {
    const key = await newPasskey('Li Na');
    page.refusal = new Error('closed');
    const refused = signWith(key, SIGNED);
    await expect(refused).rejects.toMatchObject({ reason: 'notGiven' });
    page.refusal = undefined;
    const both = await Promise.all([signWith(key, SIGNED), signWith(key, SIGNED)]);
    expect(both.map(({ form }) => form)).toEqual(['webauthn', 'webauthn']);
  });

  const faults: readonly (readonly [string, Partial<Page>, string])[] = [
    ['a prompt that was closed', { refusal: new Error('NotAllowedError') }, 'notGiven'],
    ['a person who was there but not verified', { flags: PRESENT }, 'notVerified'],
    ['a key of another algorithm', { alg: RS256 }, 'unfit'],
  ];
  test.each(faults)('is not made from %s', async (_, change, reason) => {
    Object.assign(page, change);
    await expect(newPasskey('Li Na')).rejects.toMatchObject({ name: 'NotSignedError', reason });
  });

  test('signs nothing for a person who was not verified', async () => {
    const key = await newPasskey('Li Na');
    page.flags = PRESENT;
    await expect(signWith(key, SIGNED)).rejects.toMatchObject({ reason: 'notVerified' });
  });

  const places: readonly (readonly [string, string, object | undefined, string])[] = [
    ['an IPv4 address', '192.168.1.20', {}, 'address'],
    ['an IPv6 address', '[::1]', {}, 'address'],
    ['a browser without WebAuthn', 'yaosu.example', undefined, 'unsupported'],
    ['a computer that knows its person', 'localhost', { has: true }, 'ready'],
    ['a computer that knows nobody', 'yaosu.example', { has: false }, 'securityKey'],
  ];
  test.each(places)('%s is told beforehand', async (_, hostname, webauthn, place) => {
    standIn('location', { hostname });
    if (webauthn !== undefined) {
      const has = 'has' in webauthn && webauthn.has;
      const isUserVerifyingPlatformAuthenticatorAvailable = () => Promise.resolve(has);
      standIn('PublicKeyCredential', { isUserVerifyingPlatformAuthenticatorAvailable });
    }
    expect(await passkeyPlace()).toBe(place);
  });
});
