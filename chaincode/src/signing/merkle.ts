/**
 * Merkle trees over lists of codes (RFC 6962 section 2.1, as in certificate transparency): leaves are hashed with the
 * prefix 0x00, nodes with 0x01. Pure, the same in browser, gateway and peer; hashes are lower-case hex.
 */
import { fromHex, joined, sha256Hex } from './bytes.js';

const LEAF = 0x00;
const NODE = 0x01;
const INDEX_BYTES = 8;
const BYTE = 256;

/** MTH of the empty list: the hash of nothing. */
const EMPTY = sha256Hex('');

const hashed = (prefix: number, ...parts: readonly Uint8Array[]): string =>
  sha256Hex(joined(Uint8Array.of(prefix), ...parts));

const bigEndian = (index: number): Uint8Array => {
  const bytes = new Uint8Array(INDEX_BYTES);
  let rest = index;
  for (let at = INDEX_BYTES - 1; at >= 0; at -= 1) {
    bytes[at] = rest % BYTE;
    rest = Math.floor(rest / BYTE);
  }
  return bytes;
};

/** Hash of a leaf's data. */
export const hashOfLeaf = (data: Uint8Array): string => hashed(LEAF, data);

/** Leaf of a list of codes: index (8 bytes, big-endian) and SHA-256 of the canonical code. */
export const leafOfCode = (index: number, codeHash: string): string =>
  hashOfLeaf(joined(bigEndian(index), fromHex(codeHash)));

const parent = (left: string, right: string): string => hashed(NODE, fromHex(left), fromHex(right));

/** The largest power of two smaller than `size`, which is at least 2. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** Merkle tree hash of leaf hashes. */
export const merkleRoot = (leaves: readonly string[]): string => {
  const [only = EMPTY] = leaves;
  if (leaves.length <= 1) return only;
  const split = splitOf(leaves.length);
  return parent(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
};

/** Audit path of the leaf at `index`, from the leaf up. @throws RangeError when there is no such leaf */
export const inclusionProof = (leaves: readonly string[], index: number): readonly string[] => {
  if (index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), merkleRoot(right)]
    : [...inclusionProof(right, index - split), merkleRoot(left)];
};

/** Audit paths of the first `count` leaves, at the cost of about one tree. */
export const inclusionProofs = (leaves: readonly string[], count: number): readonly (readonly string[])[] => {
  if (count <= 0) return [];
  if (leaves.length <= 1) return [[]];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  const onLeft = inclusionProofs(left, Math.min(count, split));
  const beside = merkleRoot(right);
  const paths = onLeft.map((path) => [...path, beside]);
  if (count <= split) return paths;
  const other = merkleRoot(left);
  return [...paths, ...inclusionProofs(right, count - split).map((path) => [...path, other])];
};

/** What a leaf is claimed to be part of. */
export interface Inclusion {
  readonly leaf: string;
  readonly index: number;
  /** Number of leaves of the tree. */
  readonly size: number;
  readonly proof: readonly string[];
}

/** Root that a proof leads to, undefined when the proof cannot be one of a tree of this size. */
export const rootOfProof = ({ leaf, index, size, proof }: Inclusion): string | undefined => {
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  const last = proof.at(-1);
  if (last === undefined) return undefined;
  const split = splitOf(size);
  const rest = proof.slice(0, -1);
  const isLeft = index < split;
  const below = isLeft
    ? rootOfProof({ leaf, index, size: split, proof: rest })
    : rootOfProof({ leaf, index: index - split, size: size - split, proof: rest });
  if (below === undefined) return undefined;
  return isLeft ? parent(below, last) : parent(last, below);
};
