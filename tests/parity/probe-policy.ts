/** Key-level endorsement policies as the shim makes and reads them. */
import shim from 'fabric-shim';
import type { Json } from './json.js';

/** Bytes of "each of these organisations"; no organisation gives an empty policy. */
export function newKeyPolicy(role: string, organisations: readonly string[]): Uint8Array {
  if (organisations.length === 0) return new Uint8Array();
  const policy = new shim.KeyEndorsementPolicy();
  policy.addOrgs(role, ...organisations);
  return policy.getPolicy();
}

/** The organisations of a policy in order of name, null where the key has none. */
export function formatEndorsers(policy: Uint8Array | undefined): Json {
  if (policy === undefined || policy.length === 0) return null;
  return new shim.KeyEndorsementPolicy(policy).listOrgs().sort();
}
