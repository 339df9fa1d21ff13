/**
 * Signatures of `fabric-network` by Node's own crypto: the package signs with elliptic, which has an open advisory
 * (GHSA-848j-6mx2-7j84) and no version without it. Its parsing of keys and certificates stays.
 */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { User } from 'fabric-common';
import type { IdentityProvider, Wallet, X509Identity } from 'fabric-network';

const X509 = 'X.509';
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const SIGN_BIT = 0x80;

const bigintOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

const derInteger = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const body = (bytes[0] ?? 0) >= SIGN_BIT ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(INTEGER, body.length), body]);
};

/** An ECDSA signature of P-256 as peers take it: SHA-256, DER, the lower of the two values of s. */
export const signLowS = (message: Uint8Array, key: KeyObject): Buffer => {
  const pair = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
  const s = bigintOf(pair.subarray(SCALAR_BYTES));
  const body = Buffer.concat([
    derInteger(bigintOf(pair.subarray(0, SCALAR_BYTES))),
    derInteger(s > ORDER / 2n ? ORDER - s : s),
  ]);
  return Buffer.concat([Buffer.of(SEQUENCE, body.length), body]);
};

/** Has a wallet's users sign by {@link signLowS}. */
export const signNatively = (wallet: Wallet): void => {
  const registry = wallet.getProviderRegistry();
  const provider = registry.getProvider(X509);
  const native: IdentityProvider = {
    type: X509,
    getCryptoSuite: () => provider.getCryptoSuite(),
    fromJson: (data) => provider.fromJson(data),
    toJson: (identity) => provider.toJson(identity),
    getUserContext: async (identity, name): Promise<User> => {
      const user = await provider.getUserContext(identity, name);
      const key = createPrivateKey((identity as X509Identity).credentials.privateKey);
      user.getSigningIdentity().sign = (message) => signLowS(message, key);
      return user;
    },
  };
  registry.addProvider(native);
};
