/** What a signed digest stands for: plaintext digest and owner → ciphertext digest. */
import { join } from 'node:path';
import { readIfThere, writeDurably } from './write-durably.js';

/** Ciphertexts by the digest of their plaintext, one a file. */
export class DigestIndex {
  readonly #folder: string;
  readonly #newId: () => string;

  /** @param newId names temporary files; two writers never share one */
  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Durable before it returns. */
  async put(plaintextDigest: string, owner: string, ciphertextDigest: string): Promise<void> {
    await writeDurably(this.#path(plaintextDigest, owner), Buffer.from(ciphertextDigest), this.#newId());
  }

  /** @returns the digest of the ciphertext, undefined when this owner stored nothing of that digest here. */
  async get(plaintextDigest: string, owner: string): Promise<string | undefined> {
    const bytes = await readIfThere(this.#path(plaintextDigest, owner));
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
  }

  #path(plaintextDigest: string, owner: string): string {
    return join(this.#folder, plaintextDigest.slice(0, 2), `${plaintextDigest}.${owner}`);
  }
}
