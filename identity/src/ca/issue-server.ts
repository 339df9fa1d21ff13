import { issueTls, type ServerNames } from './issue-tls.js';
import { backdated, type KeyedCertificate } from './keyed-certificate.js';

/** iOS refuses server certificates of more than 398 days. */
const DAYS = 397;
const DAY_MS = 86_400_000;

/** Issue the certificate of a TLS server with a fresh key. */
export function issueServer(
  root: KeyedCertificate,
  names: ServerNames,
  now = new Date(),
): Promise<KeyedCertificate> {
  const notBefore = backdated(now);
  const notAfter = new Date(notBefore.getTime() + DAYS * DAY_MS);
  return issueTls(root, { names, usages: ['server'], notBefore, notAfter });
}
