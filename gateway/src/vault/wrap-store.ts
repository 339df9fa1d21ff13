/** Key wraps beside the ciphertext: which reader can open which document. */
import { join } from 'node:path';
import { readIfThere, writeDurably } from './write-durably.js';

/** Wraps by ciphertext and reader. */
export class WrapStore {
  readonly #folder: string;
  readonly #newId: () => string;

  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Durable before it returns. */
  async put(ciphertextDigest: string, reader: string, wrap: Uint8Array): Promise<void> {
    await writeDurably(this.#path(ciphertextDigest, reader), wrap, this.#newId());
  }

  /** @returns the wrap, undefined when this reader has none here. */
  get(ciphertextDigest: string, reader: string): Promise<Uint8Array | undefined> {
    return readIfThere(this.#path(ciphertextDigest, reader));
  }

  #path(ciphertextDigest: string, reader: string): string {
    return join(this.#folder, ciphertextDigest.slice(0, 2), `${ciphertextDigest}.${reader}`);
  }
}
