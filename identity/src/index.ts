export { issue, type NodeRole } from './ca/issue.js';
export type { KeyedCertificate } from './ca/keyed-certificate.js';
export { issueNode } from './ca/issue-node.js';
export { issueServer } from './ca/issue-server.js';
export type { ServerNames } from './ca/issue-tls.js';
export { newCa, newRoot, type CertificateAuthority } from './ca/new-ca.js';
export {
  caOf,
  newEmbeddedIdentities,
  type EmbeddedIdentities,
  type OrganisationIdentities,
  type RelayIdentity,
} from './embedded-identities.js';
export { loadOrMakeIdentities, saveIdentities } from './load-or-make-identities.js';
