import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
  type Extension,
  type JsonName,
} from '@peculiar/x509';
import {
  newSerialNumber,
  newSubjectKeyIdentifier,
  P256,
  type KeyedCertificate,
} from './keyed-certificate.js';
import { exportPrivateKey, importPrivateKey } from './private-key.js';

/** What a certificate that issues no others says. */
export interface Leaf {
  readonly subject: JsonName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Besides those that every such certificate has. */
  readonly extensions: readonly Extension[];
}

/** Issue a certificate that issues no others, with a fresh key. */
export async function issueLeaf(root: KeyedCertificate, leaf: Leaf): Promise<KeyedCertificate> {
  const { extensions, ...rest } = leaf;
  const issuer = new X509Certificate(root.certificate);
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create(
    {
      ...rest,
      serialNumber: newSerialNumber(),
      issuer: issuer.subjectName,
      signingAlgorithm: P256,
      publicKey: keys.publicKey,
      signingKey: await importPrivateKey(root.privateKey),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        ...extensions,
        await newSubjectKeyIdentifier(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(issuer, false, crypto),
      ],
    },
    crypto,
  );
  return { certificate: certificate.toString('pem'), privateKey: await exportPrivateKey(keys.privateKey) };
}
