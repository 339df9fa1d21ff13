import { ClassicLevel, type BatchOperation } from 'classic-level';
import { join } from 'node:path';
import { lockFolder } from './lock-file.js';
import { BLOCKS } from './keys.js';
import { RecentEntries } from './recent-entries.js';
import { View } from './view.js';

/** The database as this ledger uses it: bytes to bytes. */
export type Database = ClassicLevel<Buffer, Buffer>;
/** One put or delete of a batch. */
export type Change = BatchOperation<Database, Buffer, Buffer>;

/** Bytes on disk: one atomic, synced batch a block; readers work on views of one height. */
export class Store {
  readonly #database: Database;
  readonly #unlock: () => void;
  readonly #recent = new RecentEntries();
  #current: View;
  #failure: Error | undefined;

  private constructor(database: Database, unlock: () => void) {
    this.#database = database;
    this.#unlock = unlock;
    this.#current = new View(database, this.#recent);
  }

  /**
   * Open the store of a folder.
   * @throws DataInUseError when another process has it open.
   */
  static async open(folder: string): Promise<Store> {
    const unlock = lockFolder(folder);
    const database: Database = new ClassicLevel(join(folder, 'level'), {
      keyEncoding: 'buffer',
      valueEncoding: 'buffer',
    });
    try {
      await database.open();
      return new Store(database, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** The last committed height; the caller releases it. @throws after a failed commit. */
  view(): View {
    this.#assertSound();
    return this.#current.hold();
  }

  /** Latest value of a key. @throws after a failed commit. */
  get(key: Buffer): Buffer | undefined {
    this.#assertSound();
    return this.#database.getSync(key);
  }

  /** Bytes of the last block, undefined in an empty store. */
  async lastBlock(): Promise<Buffer | undefined> {
    const range = { gte: BLOCKS.start, lt: BLOCKS.end, reverse: true, limit: 1 };
    return (await this.#database.values(range).all())[0];
  }

  /** Keep something that may be lost with power, but not with the process. */
  async keep(key: Buffer, value: Buffer): Promise<void> {
    await this.#database.put(key, value);
  }

  /**
   * Write everything or nothing, on the disk when the promise resolves. After one failure every further commit
   * fails: what reached the disk is unknown until the store is opened again.
   * @throws the first failure.
   */
  async commit(changes: Change[]): Promise<void> {
    this.#assertSound();
    try {
      await this.#database.batch(changes, { sync: true });
    } catch (error) {
      this.#failure = new Error('The ledger could not be written', { cause: error });
      throw this.#failure;
    }
    this.#recent.turn(changes.map(({ key }) => key.toString('latin1')));
    const previous = this.#current;
    this.#current = new View(this.#database, this.#recent);
    previous.release();
  }

  async close(): Promise<void> {
    this.#current.release();
    await this.#database.close();
    this.#unlock();
  }

  #assertSound(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
