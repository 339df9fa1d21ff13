import { decodeEntry, type StateEntry } from './state-entry.js';

/** Of each of two generations. */
const CAPACITY = 16_384;

/** A key with the bytes of its entry, undefined where there is none any more. */
export type Written = readonly [key: string, bytes: Buffer | undefined];

/** What a key held from some commit on; it has not changed since. */
class Recent {
  readonly #bytes: Buffer | undefined;
  #entry: StateEntry | undefined;

  constructor(
    bytes: Buffer | undefined,
    /** Count of commits at which it was read or written. */
    readonly since: number,
  ) {
    this.#bytes = bytes;
  }

  /** Undefined: the key is absent. */
  get entry(): StateEntry | undefined {
    return (this.#entry ??= this.#bytes && decodeEntry(this.#bytes));
  }
}

/** What was read or written lately: most transactions read the same settings, enterprises, keys and roles, and new goods. */
export class RecentEntries {
  /** What was met lately, and what was met before; together they forget in bulk, which costs a read nothing. */
  #young = new Map<string, Recent>();
  #old = new Map<string, Recent>();
  #commits: number;

  /** @param commits how many had been seen before, where that matters */
  constructor(commits = 0) {
    this.#commits = commits;
  }

  /** How many commits this process has seen: the height as views know it. */
  get commits(): number {
    return this.#commits;
  }

  /** What a view of this age sees at a key, undefined when that is not known here. */
  find(key: string, age: number): Recent | undefined {
    const found = this.#young.get(key) ?? this.#stillKnown(key);
    return found !== undefined && found.since <= age ? found : undefined;
  }

  /** Remembers what the newest view reads; an older one may read what has changed since. */
  keep(key: string, age: number, bytes: Buffer | undefined): Recent {
    const recent = new Recent(bytes, age);
    if (age === this.#commits) this.#put(key, recent);
    return recent;
  }

  /** A commit wrote these. */
  turn(written: Iterable<Written>): void {
    this.#commits += 1;
    for (const [key, bytes] of written) this.#put(key, new Recent(bytes, this.#commits));
  }

  /** A commit changed these keys to something that is not known here. */
  forget(changed: Iterable<string>): void {
    this.#commits += 1;
    for (const key of changed) {
      this.#young.delete(key);
      this.#old.delete(key);
    }
  }

  #put(key: string, recent: Recent): void {
    if (this.#young.size >= CAPACITY) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, recent);
  }

  /** What is still asked for grows young again. */
  #stillKnown(key: string): Recent | undefined {
    const found = this.#old.get(key);
    if (found !== undefined) this.#put(key, found);
    return found;
  }
}
