import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import {
  newSerialNumber,
  newSubjectKeyIdentifier,
  P256,
  type KeyedCertificate,
} from './keyed-certificate.js';
import { exportPrivateKey, importPrivateKey } from './private-key.js';

/** What a server is reached by. */
export interface ServerNames {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
}

/** What a TLS certificate is for and how long it holds. */
export interface TlsLeaf {
  readonly names: ServerNames;
  /** Servers alone, or also clients, as nodes that dial each other are. */
  readonly usages: readonly ('server' | 'client')[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const USAGES = { server: ExtendedKeyUsage.serverAuth, client: ExtendedKeyUsage.clientAuth } as const;

/** Issue a TLS certificate with a fresh key. */
export async function issueTls(root: KeyedCertificate, leaf: TlsLeaf): Promise<KeyedCertificate> {
  const { dns, ip } = leaf.names;
  const issuer = new X509Certificate(root.certificate);
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const names = [
    ...dns.map((value) => ({ type: 'dns' as const, value })),
    ...ip.map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: newSerialNumber(),
      subject: [{ CN: [dns[0] ?? ip[0] ?? 'server'] }],
      issuer: issuer.subjectName,
      notBefore: leaf.notBefore,
      notAfter: leaf.notAfter,
      signingAlgorithm: P256,
      publicKey: keys.publicKey,
      signingKey: await importPrivateKey(root.privateKey),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension(leaf.usages.map((usage) => USAGES[usage])),
        new SubjectAlternativeNameExtension(names),
        await newSubjectKeyIdentifier(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(issuer, false, crypto),
      ],
    },
    crypto,
  );
  return { certificate: certificate.toString('pem'), privateKey: await exportPrivateKey(keys.privateKey) };
}
