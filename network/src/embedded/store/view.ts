import type { ClassicLevel, Iterator, Snapshot } from 'classic-level';
import type { RecentEntries } from './recent-entries.js';
import { decodeEntry, type StateEntry } from './state-entry.js';

/** The database as a ledger uses it: bytes to bytes. */
export type Database = ClassicLevel<Buffer, Buffer>;
/** Walks over keys and values in byte order; whoever asked for it closes it. */
export type EntryIterator = Iterator<Database, Buffer, Buffer>;

/** The state at one height, for as long as somebody holds it. */
export class View {
  readonly #database: Database;
  readonly #snapshot: Snapshot;
  readonly #recent: RecentEntries;
  /** After how many commits of this process it was taken. */
  readonly age: number;
  readonly #onReleased: (age: number) => void;
  #holders = 1;

  constructor(
    database: Database,
    recent: RecentEntries,
    onReleased: (age: number) => void = () => undefined,
  ) {
    this.#database = database;
    this.#snapshot = database.snapshot();
    this.#recent = recent;
    this.age = recent.commits;
    this.#onReleased = onReleased;
  }

  hold(): this {
    this.#holders += 1;
    return this;
  }

  release(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    void this.#snapshot.close();
    this.#onReleased(this.age);
  }

  /** Point reads block for some microseconds, far less than a turn through the thread pool costs. */
  bytes(key: Buffer): Buffer | undefined {
    return this.#database.getSync(key, { snapshot: this.#snapshot });
  }

  entry(key: Buffer): StateEntry | undefined {
    const name = key.toString('latin1');
    const known = this.#recent.find(name, this.age) ?? this.#recent.keep(name, this.age, this.bytes(key));
    return known.entry;
  }

  /** Entries of [start, end) in byte order. */
  entries(start: Buffer, end: Buffer, reverse = false): EntryIterator {
    return this.#database.iterator({ gte: start, lt: end, reverse, snapshot: this.#snapshot });
  }

  /** All entries of [start, end) at once. */
  async allEntries(start: Buffer, end: Buffer): Promise<{ key: Buffer; entry: StateEntry }[]> {
    const found = await this.entries(start, end).all();
    return found.map(([key, bytes]) => ({ key, entry: decodeEntry(bytes) }));
  }

  /** Keys and values of [start, end) as they lie in the store. */
  rawEntries(start: Buffer, end: Buffer): Promise<[Buffer, Buffer][]> {
    return this.entries(start, end).all();
  }
}
