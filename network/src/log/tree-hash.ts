import { createHash } from 'node:crypto';

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0x00);
const NODE = 0x01;
/** One node's input, used again and again: hashing copies it. */
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);

/** MTH of the empty list: the hash of nothing. */
export const EMPTY_ROOT = createHash('sha256').digest();

/** Hash of a leaf's data (RFC 6962, 2.1). */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest();
}

/** Hash of a node over two others. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return createHash('sha256').update(pair).digest();
}

/** The largest power of two smaller than `size`, which is at least 2. */
export function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}
