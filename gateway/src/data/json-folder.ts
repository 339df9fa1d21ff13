/** Small JSON files of a folder, one a key: whole or absent, written one after another. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../vault/write-durably.js';

const SUFFIX = '.json';

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** A folder of values by key; names of files tell nothing of the keys. */
export class JsonFolder {
  readonly #folder: string;
  readonly #newId: () => string;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param newId names temporary files */
  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Every value, in no order; none where there is no folder yet. */
  async values(): Promise<readonly unknown[]> {
    const names = await namesIn(this.#folder);
    return Promise.all(
      names.map(async (name): Promise<unknown> => JSON.parse(await readFile(join(this.#folder, name), 'utf8'))),
    );
  }

  /** Durable when it settles. */
  put(key: string, value: unknown): Promise<void> {
    return writeDurably(this.#path(key), Buffer.from(JSON.stringify(value)), this.#newId());
  }

  remove(key: string): Promise<void> {
    return rm(this.#path(key));
  }

  /** Runs a change when all earlier ones have ended, whether they failed or not. */
  inTurn<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#writing.then(change);
    this.#writing = changed.catch(() => undefined);
    return changed;
  }

  /** Settles when all that was begun has ended. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #path(key: string): string {
    return join(this.#folder, `${createHash('sha256').update(key).digest('hex')}${SUFFIX}`);
  }
}
