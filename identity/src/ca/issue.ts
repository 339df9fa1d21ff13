import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import { issueLeaf } from './issue-leaf.js';
import { validity, type KeyedCertificate } from './keyed-certificate.js';
import type { CertificateAuthority } from './new-ca.js';

/** What an identity is on the network: the OU of its certificate, as NodeOUs tell roles apart. */
export type NodeRole = 'peer' | 'client' | 'orderer' | 'admin';

/** Issue an identity of the organisation with a fresh key. */
export function issue(
  ca: CertificateAuthority,
  commonName: string,
  role: NodeRole,
): Promise<KeyedCertificate> {
  return issueLeaf(ca, {
    ...validity(),
    subject: [{ CN: [commonName] }, { OU: [role] }],
    notAfter: new X509Certificate(ca.certificate).notAfter,
    extensions: [],
  });
}
