import { createPrivateKey } from 'node:crypto';
import { msp } from '@hyperledger/fabric-protos';
import type { Curve } from './curve.js';

/** A certificate and its key, PEM, of an organisation. */
export interface SigningIdentity {
  readonly mspId: string;
  readonly certificate: string;
  readonly privateKey: string;
}

/** Signs for one identity. */
export interface Signer {
  readonly mspId: string;
  /** `msp.SerializedIdentity` bytes. */
  readonly serialised: Uint8Array;
  /** ECDSA over SHA-256, DER; computed beside the main thread. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Parse the key once; signing happens thousands of times. */
export function newSigner({ mspId, certificate, privateKey }: SigningIdentity, curve: Curve): Signer {
  const key = createPrivateKey(privateKey);
  const identity = new msp.SerializedIdentity();
  identity.setMspid(mspId);
  identity.setIdBytes(Buffer.from(certificate));
  return { mspId, serialised: identity.serializeBinary(), sign: (message) => curve.sign(message, key) };
}
