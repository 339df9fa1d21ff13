/**
 * Key-level endorsement policies as raw `common.SignaturePolicyEnvelope` bytes. The shim's own class can only say
 * AND; principals are peers, because a MEMBER principal is met by any client certificate of the organisation.
 */

import type { EndorsingGroups } from '../rules/goods-policy.js';

/** A peer of an organisation, or n of several policies. */
export type SignaturePolicy =
  { readonly peer: string } | { readonly n: number; readonly of: readonly SignaturePolicy[] };

/** All of them. */
export const allOf = (...of: readonly SignaturePolicy[]): SignaturePolicy => ({ n: of.length, of });
/** One of them. */
export const oneOf = (...of: readonly SignaturePolicy[]): SignaturePolicy => ({ n: 1, of });

const VARINT = 0;
const BYTES = 2;
/** `MSPRole.PEER` (msp/msp_principal.proto). */
const PEER_ROLE = 3;
const SEVEN_BITS = 0x7f;
const MORE = 0x80;

const varint = (value: number): number[] =>
  value > SEVEN_BITS ? [(value & SEVEN_BITS) | MORE, ...varint(value >>> 7)] : [value];

const field = (number: number, wireType: number): number[] => varint((number << 3) | wireType);
const intField = (number: number, value: number): number[] => [...field(number, VARINT), ...varint(value)];
const bytesField = (number: number, bytes: readonly number[]): number[] => [
  ...field(number, BYTES),
  ...varint(bytes.length),
  ...bytes,
];

const principal = (mspId: string): number[] => {
  const role = [...bytesField(1, [...Buffer.from(mspId)]), ...intField(2, PEER_ROLE)];
  // principal_classification ROLE is 0, which proto3 leaves out.
  return bytesField(2, role);
};

const peersOf = (policy: SignaturePolicy): string[] =>
  'peer' in policy ? [policy.peer] : policy.of.flatMap(peersOf);

const rule = (policy: SignaturePolicy, peers: readonly string[]): number[] => {
  if ('peer' in policy) return intField(1, peers.indexOf(policy.peer));
  const rules = policy.of.flatMap((inner) => bytesField(2, rule(inner, peers)));
  return bytesField(2, [...intField(1, policy.n), ...rules]);
};

/** Bytes for `setStateValidationParameter`; principals in sorted order, so that every endorser writes the same. */
export const encodePolicy = (policy: SignaturePolicy): Uint8Array => {
  const peers = [...new Set(peersOf(policy))].sort();
  const identities = peers.flatMap((mspId) => bytesField(3, principal(mspId)));
  return Uint8Array.from([...bytesField(2, rule(policy, peers)), ...identities]);
};

const made = new Map<string, Uint8Array>();

/** Bytes of a policy that one of the groups satisfies, all of its members; a few organisations make few of them. */
export const policyBytes = (groups: EndorsingGroups): Uint8Array => {
  const name = groups.map((group) => group.join('+')).join();
  const known = made.get(name);
  if (known !== undefined) return known;
  const bytes = encodePolicy(oneOf(...groups.map((group) => allOf(...group.map((peer) => ({ peer }))))));
  made.set(name, bytes);
  return bytes;
};
