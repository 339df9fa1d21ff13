import { HASH_BYTES } from './tree-hash.js';

const FIRST_CAPACITY = 64;

/** Hashes one after the other in one buffer that grows. */
export class HashList {
  #bytes = Buffer.alloc(FIRST_CAPACITY * HASH_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Uint8Array): void {
    const end = (this.#length + 1) * HASH_BYTES;
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    this.#bytes.set(hash, this.#length * HASH_BYTES);
    this.#length += 1;
  }

  /** The hash at an index, a view of it. @throws RangeError when there is none */
  at(index: number): Buffer {
    if (index < 0 || index >= this.#length) throw new RangeError(`There is no hash ${String(index)}`);
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
