import 'reflect-metadata';
import { randomBytes, type webcrypto } from 'node:crypto';
import { SubjectKeyIdentifierExtension } from '@peculiar/x509';

/** A certificate and the key it speaks of, both PEM; the key is PKCS #8. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** The one kind of key that Fabric's MSP and WebCrypto have in common. */
export const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const YEARS = 15;
const BACKDATED_MS = 5 * 60_000;

/** A positive random serial number, hex. */
export function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex');
}

/** Backdated a little, because the clocks of a network differ. */
export function backdated(now: Date): Date {
  return new Date(now.getTime() - BACKDATED_MS);
}

/** From a little before an instant on, for as long as a network may live. */
export function validity(now = new Date()): { readonly notBefore: Date; readonly notAfter: Date } {
  const notBefore = backdated(now);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + YEARS);
  return { notBefore, notAfter };
}

/** SHA-1 of the public key, as RFC 5280 gives it. */
export function newSubjectKeyIdentifier(
  publicKey: webcrypto.CryptoKey,
): Promise<SubjectKeyIdentifierExtension> {
  return SubjectKeyIdentifierExtension.create(publicKey, false, crypto);
}
