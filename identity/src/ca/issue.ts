import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import {
  newSerialNumber,
  newSubjectKeyIdentifier,
  P256,
  validity,
  type KeyedCertificate,
} from './keyed-certificate.js';
import type { CertificateAuthority } from './new-ca.js';
import { exportPrivateKey, importPrivateKey } from './private-key.js';

/** What an identity is on the network: the OU of its certificate, as NodeOUs tell roles apart. */
export type NodeRole = 'peer' | 'client' | 'orderer' | 'admin';

/** Issue an identity of the organisation with a fresh key. */
export async function issue(
  ca: CertificateAuthority,
  commonName: string,
  role: NodeRole,
): Promise<KeyedCertificate> {
  const root = new X509Certificate(ca.certificate);
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: newSerialNumber(),
      subject: [{ CN: [commonName] }, { OU: [role] }],
      issuer: root.subjectName,
      ...validity(),
      notAfter: root.notAfter,
      signingAlgorithm: P256,
      publicKey: keys.publicKey,
      signingKey: await importPrivateKey(ca.privateKey),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        await newSubjectKeyIdentifier(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(root, false, crypto),
      ],
    },
    crypto,
  );
  return { certificate: certificate.toString('pem'), privateKey: await exportPrivateKey(keys.privateKey) };
}
