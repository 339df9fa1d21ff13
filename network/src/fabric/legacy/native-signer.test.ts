import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signLowS } from './native-signer.js';

const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The value s of a DER signature: the second of two integers. */
const sOf = (der: Buffer): bigint => {
  const first = der[3] ?? 0;
  return BigInt(`0x${der.subarray(6 + first).toString('hex')}`);
};

describe('signatures of the legacy transport', () => {
  it('are valid and have the lower s, whatever is signed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const signature = signLowS(message, privateKey);
        expect(verify('sha256', message, publicKey, signature)).toBe(true);
        expect(sOf(signature) <= HALF_ORDER).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
