import type { ChaincodeStub } from 'fabric-shim';

/** Entries of the transient map by name, read when they are asked for. */
export const readCarried =
  (stub: ChaincodeStub) =>
  (name: string): Uint8Array | undefined =>
    stub.getTransient().get(name);
