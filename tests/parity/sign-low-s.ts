import { sign } from 'node:crypto';

/** Half the order of P-256: Fabric refuses signatures with a larger S. */
const HALF_ORDER = Buffer.from('7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8', 'hex');

/** An ECDSA signature over SHA-256, DER, as Fabric accepts it. Every second try has a low S. */
export function signLowS(bytes: Uint8Array, privateKey: string): Uint8Array {
  for (;;) {
    const signature = sign('sha256', bytes, privateKey);
    if (readS(signature).compare(HALF_ORDER) <= 0) return signature;
  }
}

/** S of a DER signature, 32 bytes. */
function readS(signature: Buffer): Buffer {
  const lengthOfR = signature.readUInt8(3);
  const s = signature.subarray(4 + lengthOfR + 2);
  return Buffer.concat([Buffer.alloc(32), s]).subarray(-32);
}
