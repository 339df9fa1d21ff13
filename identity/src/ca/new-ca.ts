import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
  type JsonName,
} from '@peculiar/x509';
import {
  newSerialNumber,
  P256,
  newSubjectKeyIdentifier,
  validity,
  type KeyedCertificate,
} from './keyed-certificate.js';
import { exportPrivateKey } from './private-key.js';

/** Root certificate of one organisation and the key that issues its identities. */
export interface CertificateAuthority extends KeyedCertificate {
  readonly mspId: string;
}

/** Make the root of an organisation. */
export async function newCa(mspId: string): Promise<CertificateAuthority> {
  return { mspId, ...(await newRoot([{ CN: [`ca.${mspId}`] }, { O: [mspId] }])) };
}

/** Make a root: a self-signed P-256 certificate that may sign certificates and nothing else. */
export async function newRoot(name: JsonName, now = new Date()): Promise<KeyedCertificate> {
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: newSerialNumber(),
      name,
      ...validity(now),
      signingAlgorithm: P256,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await newSubjectKeyIdentifier(keys.publicKey),
      ],
    },
    crypto,
  );
  return { certificate: certificate.toString('pem'), privateKey: await exportPrivateKey(keys.privateKey) };
}
