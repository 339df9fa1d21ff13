/** Spaces of serials that enterprises hosted here have applied for: what a prefix on the ledger stands for. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SerialScheme } from '../api/codes.js';
import { writeDurably } from '../vault/write-durably.js';

/** A space: a GTIN under a scheme and a version of the key. */
export interface Space {
  readonly enterprise: string;
  readonly prefix: string;
  readonly gtin: string;
  readonly scheme: SerialScheme;
  readonly keyVersion: number;
}

/** Spaces by prefix, one a file; all of them are kept in memory, an enterprise has as many as products. */
export class SpaceStore {
  readonly #folder: string;
  readonly #newId: () => string;
  readonly #byPrefix = new Map<string, Space>();
  readonly #byGtin = new Map<string, Space[]>();

  private constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<SpaceStore> {
    const store = new SpaceStore(folder, newId);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      store.#remember(JSON.parse(await readFile(join(folder, name), 'utf8')) as Space);
    }
    return store;
  }

  /** Durable before it returns; a space that is known stays as it is. */
  async add(space: Space): Promise<void> {
    if (this.#byPrefix.has(space.prefix)) return;
    const path = join(this.#folder, `${space.prefix}.json`);
    await writeDurably(path, Buffer.from(JSON.stringify(space)), this.#newId());
    this.#remember(space);
  }

  /** The space of an enterprise's prefix. */
  get(enterprise: string, prefix: string): Space | undefined {
    const space = this.#byPrefix.get(prefix);
    return space?.enterprise === enterprise ? space : undefined;
  }

  /** Spaces of a GTIN, of whichever enterprise. */
  ofGtin(gtin: string): readonly Space[] {
    return this.#byGtin.get(gtin) ?? [];
  }

  #remember(space: Space): void {
    if (this.#byPrefix.has(space.prefix)) return;
    this.#byPrefix.set(space.prefix, space);
    this.#byGtin.set(space.gtin, [...this.ofGtin(space.gtin), space]);
  }
}
