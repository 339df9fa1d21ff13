/** Uploaded entries on disk, a file a key, and in memory. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolverEntry, type ResolverEntry } from '../api/resolver.js';
import { writeDurably } from '../vault/write-durably.js';
import { LinkIndex } from './link-index.js';

/** Entries that firms have uploaded. */
export class EntryStore {
  readonly index = new LinkIndex();
  readonly #folder: string;
  readonly #newId: () => string;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<EntryStore> {
    const store = new EntryStore(folder, newId);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const entries = JSON.parse(await readFile(join(folder, name), 'utf8')) as readonly unknown[];
      for (const entry of entries) store.index.add(resolverEntry.parse(entry));
    }
    return store;
  }

  /** Durable before it returns; what is not named stays. @returns links of the named keys now */
  async add(entries: readonly ResolverEntry[]): Promise<number> {
    const keys = new Set(entries.map((entry) => this.index.add(entry)));
    // One after another: the last file of a key is the newest.
    const writing = this.#writing.then(async () => {
      for (const key of keys) await this.#write(key);
    });
    this.#writing = writing.catch(() => undefined);
    await writing;
    return [...keys].flatMap((key) => this.index.of(key)).reduce((sum, { links }) => sum + links.length, 0);
  }

  #write(key: string): Promise<void> {
    const name = `${createHash('sha256').update(key).digest('hex')}.json`;
    return writeDurably(
      join(this.#folder, name),
      Buffer.from(JSON.stringify(this.index.of(key))),
      this.#newId(),
    );
  }
}
