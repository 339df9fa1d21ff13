/** Uploaded entries on disk, a file a key, and in memory. */
import { resolverEntry, type ResolverEntry } from '../api/resolver.js';
import { JsonFolder } from '../data/json-folder.js';
import { LinkIndex } from './link-index.js';

/** Entries that firms have uploaded. */
export class EntryStore {
  readonly index = new LinkIndex();
  readonly #files: JsonFolder;

  private constructor(files: JsonFolder) {
    this.#files = files;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<EntryStore> {
    const files = new JsonFolder(folder, newId);
    const store = new EntryStore(files);
    for (const entries of (await files.values()) as readonly (readonly unknown[])[])
      for (const entry of entries) store.index.add(resolverEntry.parse(entry));
    return store;
  }

  /** Durable before it returns; what is not named stays. @returns links of the named keys now */
  async add(entries: readonly ResolverEntry[]): Promise<number> {
    const keys = new Set(entries.map((entry) => this.index.add(entry)));
    // One after another: the last file of a key is the newest.
    await this.#files.inTurn(async () => {
      for (const key of keys) await this.#files.put(key, this.index.of(key));
    });
    return [...keys].flatMap((key) => this.index.of(key)).reduce((sum, { links }) => sum + links.length, 0);
  }
}
