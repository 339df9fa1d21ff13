/** An authenticator in software: what a browser hands over of it, made by node:crypto. For tests. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';

/** A signature of form `webauthn`. */
export type Assertion = Extract<CommandSignature, { form: 'webauthn' }>;

/** What an assertion says; each may be said wrongly. */
export interface Said {
  readonly type: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
  readonly rpId: string;
  readonly flags: number;
}

/** Person there and verified (WebAuthn Level 2, 6.1). */
export const PRESENT = 0x01;
export const VERIFIED = 0x04;

const CREDENTIAL_ID_BYTES = 16;
const COUNTER = Buffer.alloc(4);

/** One credential. */
export class Authenticator {
  readonly kid: string;
  /** DER SubjectPublicKeyInfo, base64url. */
  readonly publicKey: string;
  readonly credentialId = randomBytes(CREDENTIAL_ID_BYTES).toString('base64url');
  readonly #privateKey: KeyObject;

  constructor(readonly webauthn: NonNullable<KeyRecord['webauthn']>) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
    this.kid = kidOf(spki);
    this.publicKey = spki.toString('base64url');
    this.#privateKey = pair.privateKey;
  }

  /** The assertion for what has this id, SHA-256 in hex. */
  assertion(id: string, wrong: Partial<Said> = {}): Assertion {
    const right = { type: 'webauthn.get', crossOrigin: false, flags: PRESENT | VERIFIED };
    const { rpId, flags, ...client } = { ...right, ...this.webauthn, ...wrong };
    const challenge = Buffer.from(id, 'hex').toString('base64url');
    const clientData = Buffer.from(JSON.stringify({ ...client, challenge }));
    const authenticatorData = this.authenticatorData(rpId, flags);
    const data = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return {
      alg: 'ES256',
      form: 'webauthn',
      signature: this.sign(data, 'der'),
      authenticatorData: authenticatorData.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
    };
  }

  /** Hash of the relying party, flags and counter. */
  authenticatorData(rpId: string, flags: number): Buffer {
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags), COUNTER]);
  }

  /** ES256 over any bytes, which no authenticator does. */
  sign(data: Uint8Array, dsaEncoding: 'der' | 'ieee-p1363'): string {
    return sign('sha256', data, { key: this.#privateKey, dsaEncoding }).toString('base64url');
  }
}
