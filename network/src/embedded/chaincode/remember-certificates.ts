const CAPACITY = 1_000;

/** The class of `@fidm/x509` through which fabric-shim reads the creator of a transaction. */
export interface CertificateParser {
  fromPEM: (pem: string) => unknown;
}

/**
 * Parse each certificate once: the shim parses the creator's in every run on every peer, which is a tenth of the whole
 * work, while creators are few and the shim only reads what it gets.
 */
export function rememberCertificates(parser: CertificateParser): void {
  const parse = parser.fromPEM;
  const known = new Map<string, unknown>();
  parser.fromPEM = (pem) => {
    const found = known.get(pem);
    if (found !== undefined) return found;
    if (known.size >= CAPACITY) known.clear();
    const certificate = parse.call(undefined, pem);
    known.set(pem, certificate);
    return certificate;
  };
}
