import { X509Certificate } from 'node:crypto';
import { issueTls, type ServerNames } from './issue-tls.js';
import { backdated, type KeyedCertificate } from './keyed-certificate.js';

/** Issue the TLS certificate of a node that both listens and dials, for as long as its root holds. */
export function issueNode(
  root: KeyedCertificate,
  names: ServerNames,
  now = new Date(),
): Promise<KeyedCertificate> {
  const notAfter = new Date(new X509Certificate(root.certificate).validTo);
  return issueTls(root, { names, usages: ['server', 'client'], notBefore: backdated(now), notAfter });
}
