/** Where a `fabric-network` wallet keeps its identities: one file each, sealed under a key that lies elsewhere. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WalletStore } from 'fabric-network';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SUFFIX = '.identity';
const LABEL = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** A wallet that cannot be read or written; the message says which identity and why. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
}

/** Files of a folder, readable by the owner only: iv ‖ ciphertext ‖ tag, the label bound in. */
export class SealedWalletStore implements WalletStore {
  readonly #folder: string;
  readonly #key: Uint8Array;

  /** @param key 32 bytes. */
  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder;
    this.#key = key;
  }

  /** @throws WalletError when the file was altered, moved to another label or sealed under another key */
  async get(label: string): Promise<Buffer | undefined> {
    const sealed = await this.#read(label);
    if (sealed === undefined) return undefined;
    try {
      return this.#unseal(label, sealed);
    } catch (error) {
      const why = 'was altered, or sealed under another key';
      throw new WalletError(`the wallet's identity ${label} ${why}`, { cause: error });
    }
  }

  async list(): Promise<string[]> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.#folder);
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .sort();
  }

  /** Durable when it settles; a crash leaves the old identity or the new one. */
  async put(label: string, data: Buffer): Promise<void> {
    const path = this.#path(label);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(this.#seal(label, data));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }

  async remove(label: string): Promise<void> {
    await rm(this.#path(label), { force: true });
  }

  async #read(label: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#path(label));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #seal(label: string, data: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(Buffer.from(label));
    return Buffer.concat([iv, cipher.update(data), cipher.final(), cipher.getAuthTag()]);
  }

  #unseal(label: string, sealed: Buffer): Buffer {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(label)).setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
  }

  /** A label is a file's name: it leads nowhere else. */
  #path(label: string): string {
    if (!LABEL.test(label)) throw new WalletError(`a wallet has no identity named ${JSON.stringify(label)}`);
    return join(this.#folder, `${label}${SUFFIX}`);
  }
}
