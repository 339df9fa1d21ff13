import { sign, verify, type KeyObject } from 'node:crypto';

/** Arithmetic of the curve, which is most of what a ledger computes: ECDSA over SHA-256 in DER. */
export interface Curve {
  sign(message: Uint8Array, key: KeyObject): Promise<Uint8Array>;
  verify(message: Uint8Array, key: KeyObject, signature: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
}

/** Each signature by itself in Node's thread pool, which needs nothing to be started or closed. */
export const poolCurve: Curve = {
  sign: (message, key) =>
    new Promise((resolve, reject) => {
      sign('sha256', message, key, (error, signature) => {
        if (error) reject(error);
        else resolve(signature);
      });
    }),
  verify: (message, key, signature) =>
    new Promise((resolve, reject) => {
      verify('sha256', message, key, signature, (error, isRight) => {
        if (error) reject(error);
        else resolve(isRight);
      });
    }),
  close: () => Promise.resolve(),
};
