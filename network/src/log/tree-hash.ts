import { hash } from 'node:crypto';

/**
 * A hash as 32 characters, each of which is a byte: node hashes short texts this way several times as fast as into a
 * buffer, and a log of a million blocks keeps two million of them.
 */
export type Hash = string;

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const NODE = 0x01;
/** One node's input, used again and again: hashing copies it. */
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);

const sha256 = (data: Uint8Array): Hash => hash('sha256', data, 'binary');

/** MTH of the empty list: the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256(Buffer.alloc(0));

const MAX_REUSED = 1_024;
const leaf = Buffer.alloc(1 + MAX_REUSED);
/** Length of a leaf's data → the part of {@link leaf} that it fills: making such a part takes as long as a third of a hash. */
const parts: (Buffer | undefined)[] = [];

/** Hash of a leaf's data (RFC 6962, 2.1). */
export function leafHash(data: Uint8Array): Hash {
  if (data.length > MAX_REUSED) return sha256(Buffer.concat([Buffer.of(0), data]));
  leaf.set(data, 1);
  return sha256((parts[data.length] ??= leaf.subarray(0, 1 + data.length)));
}

/** Hash of a node over two others. */
export function nodeHash(left: Hash, right: Hash): Hash {
  pair.write(left, 1, 'latin1');
  pair.write(right, 1 + HASH_BYTES, 'latin1');
  return sha256(pair);
}

/** The largest power of two smaller than `size`, which is at least 2. */
export function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/** Lower-case hex of a hash. */
export function hexOfHash(text: Hash): string {
  return bytesOfHash(text).toString('hex');
}

/** Bytes of a hash. */
export function bytesOfHash(text: Hash): Buffer {
  return Buffer.from(text, 'binary');
}

/** A hash of its hex. */
export function hashOfHex(hex: string): Hash {
  return Buffer.from(hex, 'hex').toString('binary');
}
