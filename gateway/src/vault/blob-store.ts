/** Ciphertext by digest: what is named is durable, and what is durable is whole. */
import { join } from 'node:path';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { readIfThere, writeDurably } from './write-durably.js';

/** Content-addressed files under a folder. */
export class BlobStore {
  readonly #folder: string;
  readonly #newId: () => string;

  /** @param newId names temporary files; two writers never share one */
  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Durable before it returns the SHA-256 of the bytes, hex. */
  async put(bytes: Uint8Array): Promise<string> {
    const digest = sha256Hex(bytes);
    await writeDurably(this.#path(digest), bytes, this.#newId());
    return digest;
  }

  /** @returns the bytes, undefined when they are not here; @throws when they no longer match their digest. */
  async get(digest: string): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(this.#path(digest));
    if (bytes !== undefined && sha256Hex(bytes) !== digest)
      throw new Error(`vault file ${digest} was altered`);
    return bytes;
  }

  #path(digest: string): string {
    return join(this.#folder, digest.slice(0, 2), digest);
  }
}
