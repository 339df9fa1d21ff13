/** P-256 keys of the demo that live in the data folder. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { toBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf, signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { signedChallenge } from '../api/signed-challenge.js';

/** A key that signs commands. */
export interface DeviceKey {
  readonly kid: string;
  /** DER SubjectPublicKeyInfo, base64url. */
  readonly publicKey: string;
  sign(command: Command): CommandSignature;
  /** The signature that opens a session. */
  readonly prove: (challenge: string) => CommandSignature;
  /** ES256 over any bytes, r‖s, base64url. */
  readonly signBytes: (bytes: Uint8Array) => string;
}

/** PEM of a new private key. */
export const newPrivateKeyPem = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();

/** The key of a PEM. */
export const deviceKeyOf = (pem: string): DeviceKey => {
  const privateKey = createPrivateKey(pem);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const signBytes = (bytes: Uint8Array): string =>
    toBase64url(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  const signed = (bytes: Uint8Array): CommandSignature => ({
    alg: 'ES256',
    form: 'p1363',
    signature: signBytes(bytes),
  });
  return {
    kid: kidOf(spki),
    publicKey: toBase64url(spki),
    sign: (command) => signed(signedBytes(command)),
    prove: (challenge) => signed(signedChallenge(challenge).bytes),
    signBytes,
  };
};
