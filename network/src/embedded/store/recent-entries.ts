import { decodeEntry, type StateEntry } from './state-entry.js';

const CAPACITY = 8_192;

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
  readonly #entries = new Map<string, Recent>();
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
    const found = this.#entries.get(key);
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
    for (const key of changed) this.#entries.delete(key);
  }

  #put(key: string, recent: Recent): void {
    if (this.#entries.size >= CAPACITY) this.#forgetOldest();
    this.#entries.set(key, recent);
  }

  #forgetOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
