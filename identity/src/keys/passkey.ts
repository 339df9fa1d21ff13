/**
 * The key of a person in the hardware of a computer, a phone or a security key (WebAuthn): the private half never is in the
 * browser, and every signature asks for a finger, a face or a PIN. The only place of this workspace that asks for one.
 */
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { fromBase64url, fromHex, toBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import { NotSignedError } from './not-signed-error.js';

const ES256 = -7;
const USER_ID_BYTES = 16;
const TIMEOUT_MS = 120_000;
const FLAGS_AT = 32;
const USER_PRESENT_AND_VERIFIED = 0x05;

/** What a browser keeps of a passkey: names of its public half, and nothing secret. */
export interface Passkey {
  readonly kid: string;
  /** DER SubjectPublicKeyInfo, base64url. */
  readonly publicKey: string;
  /** The authenticator's own name for it, base64url. */
  readonly credentialId: string;
  /** Where it was made, and the only place where it signs. */
  readonly webauthn: NonNullable<KeyRecord['webauthn']>;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Spoken = AuthenticatorAttestationResponse | AuthenticatorAssertionResponse;

const spelled = (bytes: ArrayBuffer): string => toBase64url(new Uint8Array(bytes));

/** The browser does not tell a prompt that was closed from one that ran out, or from a finger that was not known. */
const asked = async <R extends Spoken>(
  prompt: () => Promise<Credential | null>,
): Promise<{ readonly id: string; readonly response: R }> => {
  let credential: Credential | null;
  try {
    credential = await prompt();
  } catch (error) {
    throw new NotSignedError('notGiven', { cause: error });
  }
  if (credential === null) throw new NotSignedError('notGiven');
  const { id, response } = credential as PublicKeyCredential;
  return { id, response: response as R };
};

const assertVerified = (authenticatorData: ArrayBuffer): void => {
  const flags = new Uint8Array(authenticatorData)[FLAGS_AT] ?? 0;
  if ((flags & USER_PRESENT_AND_VERIFIED) !== USER_PRESENT_AND_VERIFIED)
    throw new NotSignedError('notVerified');
};

/**
 * Makes a passkey for this page's address. The authenticator keeps a random user id and the label; no attestation is asked
 * for, so that makers and models of authenticators stay unknown.
 * @param label what the authenticator's own list calls it
 * @throws NotSignedError
 */
export const newPasskey = async (label: string): Promise<Passkey> => {
  const { hostname: rpId, origin } = location;
  const { id, response } = await asked<AuthenticatorAttestationResponse>(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { id: rpId, name: 'Yaosu 药溯' },
        user: {
          id: crypto.getRandomValues(new Uint8Array(USER_ID_BYTES)),
          name: label,
          displayName: label,
        },
        challenge: crypto.getRandomValues(new Uint8Array(USER_ID_BYTES)),
        pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
        authenticatorSelection: { userVerification: 'required' },
        attestation: 'none',
        timeout: TIMEOUT_MS,
      },
    }),
  );
  assertVerified(response.getAuthenticatorData());
  const spki = response.getPublicKey();
  if (spki === null || response.getPublicKeyAlgorithm() !== ES256) throw new NotSignedError('unfit');
  const kid = kidOf(new Uint8Array(spki));
  return { kid, publicKey: spelled(spki), credentialId: id, webauthn: { rpId, origin } };
};

/** Browsers refuse a prompt while another one is open: the next waits for the last. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
  const turn = last.then(ask, ask);
  last = turn;
  return turn;
};

/**
 * An assertion for what has this id.
 * @param id SHA-256, hex: the challenge
 * @throws NotSignedError
 */
export const assertWith = (
  { credentialId, webauthn: { rpId } }: Passkey,
  id: string,
): Promise<CommandSignature> =>
  inTurn(async () => {
    const { response } = await asked<AuthenticatorAssertionResponse>(() =>
      navigator.credentials.get({
        publicKey: {
          challenge: fromHex(id) as Bytes,
          rpId,
          allowCredentials: [{ type: 'public-key', id: fromBase64url(credentialId) as Bytes }],
          userVerification: 'required',
          timeout: TIMEOUT_MS,
        },
      }),
    );
    assertVerified(response.authenticatorData);
    return {
      alg: 'ES256',
      form: 'webauthn',
      signature: spelled(response.signature),
      authenticatorData: spelled(response.authenticatorData),
      clientDataJSON: spelled(response.clientDataJSON),
    };
  });
