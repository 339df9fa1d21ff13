import type { StateEntry } from './state-entry.js';

const CAPACITY = 8_192;

interface Recent {
  /** Undefined: the key is absent. */
  readonly entry: StateEntry | undefined;
  /** Count of commits at which it was read; it has not changed since. */
  readonly since: number;
}

/** What was read lately at the last height: most transactions read the same settings, enterprises, keys and roles. */
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
  keep(key: string, age: number, entry: StateEntry | undefined): void {
    if (age !== this.#commits) return;
    if (this.#entries.size >= CAPACITY) this.#forgetOldest();
    this.#entries.set(key, { entry, since: age });
  }

  /** A commit changed these keys. */
  turn(changed: Iterable<string>): void {
    for (const key of changed) this.#entries.delete(key);
    this.#commits += 1;
  }

  #forgetOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
