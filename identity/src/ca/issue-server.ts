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
  backdated,
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

/** iOS refuses server certificates of more than 398 days. */
const DAYS = 397;
const DAY_MS = 86_400_000;

/** Issue the certificate of a TLS server with a fresh key. */
export async function issueServer(
  root: KeyedCertificate,
  { dns, ip }: ServerNames,
  now = new Date(),
): Promise<KeyedCertificate> {
  const issuer = new X509Certificate(root.certificate);
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const notBefore = backdated(now);
  const names = [
    ...dns.map((value) => ({ type: 'dns' as const, value })),
    ...ip.map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: newSerialNumber(),
      subject: [{ CN: [dns[0] ?? ip[0] ?? 'server'] }],
      issuer: issuer.subjectName,
      notBefore,
      notAfter: new Date(notBefore.getTime() + DAYS * DAY_MS),
      signingAlgorithm: P256,
      publicKey: keys.publicKey,
      signingKey: await importPrivateKey(root.privateKey),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension(names),
        await newSubjectKeyIdentifier(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(issuer, false, crypto),
      ],
    },
    crypto,
  );
  return { certificate: certificate.toString('pem'), privateKey: await exportPrivateKey(keys.privateKey) };
}
