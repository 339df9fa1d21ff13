import 'reflect-metadata';
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, SubjectAlternativeNameExtension } from '@peculiar/x509';
import { issueLeaf } from './issue-leaf.js';
import type { KeyedCertificate } from './keyed-certificate.js';

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
export function issueTls(root: KeyedCertificate, leaf: TlsLeaf): Promise<KeyedCertificate> {
  const { names, usages, notBefore, notAfter } = leaf;
  const { dns, ip } = names;
  const alternatives = [
    ...dns.map((value) => ({ type: 'dns' as const, value })),
    ...ip.map((value) => ({ type: 'ip' as const, value })),
  ];
  return issueLeaf(root, {
    subject: [{ CN: [dns[0] ?? ip[0] ?? 'server'] }],
    notBefore,
    notAfter,
    extensions: [
      new ExtendedKeyUsageExtension(usages.map((usage) => USAGES[usage])),
      new SubjectAlternativeNameExtension(alternatives),
    ],
  });
}
