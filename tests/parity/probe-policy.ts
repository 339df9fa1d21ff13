/** Key-level endorsement policies as the shim makes and reads them. */
import type { KeyEndorsementPolicy } from 'fabric-shim';
import type { Json } from './json.js';

/** Loaded when it is needed: whoever runs the shim sets its log level first. */
async function loadPolicyClass(): Promise<typeof KeyEndorsementPolicy> {
  return (await import('fabric-shim')).default.KeyEndorsementPolicy;
}

/** Bytes of "each of these organisations"; no organisation gives an empty policy. */
export async function newKeyPolicy(role: string, organisations: readonly string[]): Promise<Uint8Array> {
  if (organisations.length === 0) return new Uint8Array();
  const policy = new (await loadPolicyClass())();
  policy.addOrgs(role, ...organisations);
  return policy.getPolicy();
}

/** The organisations of a policy in order of name, null where the key has none. */
export async function formatEndorsers(policy: Uint8Array | undefined): Promise<Json> {
  if (policy === undefined || policy.length === 0) return null;
  return new (await loadPolicyClass())(policy).listOrgs().sort();
}
