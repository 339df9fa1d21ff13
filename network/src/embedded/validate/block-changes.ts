import { encodeEntry, type StateEntry } from '../store/state-entry.js';
import type { Change } from '../store/store.js';
import type { View } from '../store/view.js';

interface StateChange {
  readonly key: Buffer;
  /** `undefined` deletes. */
  readonly entry: StateEntry | undefined;
}

/** A key of a range with what it holds. */
export interface RangeEntry {
  readonly key: Buffer;
  readonly entry: StateEntry;
}

/** Where a range lies in the store. */
export interface StoreRange {
  readonly start: Buffer;
  readonly end: Buffer;
  readonly includeEnd: boolean;
}

/** The state as valid transactions of a block leave it, on top of what is committed. */
export class BlockChanges {
  /** By the key's bytes as Latin-1, which sorts as bytes do. */
  readonly #state = new Map<string, StateChange>();
  /** What is written beside the state: history, expiry notes. */
  readonly notes: Change[] = [];

  constructor(readonly committed: View) {}

  /** Whether a transaction of this block wrote the key, were it only to delete what was not there. */
  hasWritten(key: Buffer): boolean {
    return this.#state.has(key.toString('latin1'));
  }

  entry(key: Buffer): StateEntry | undefined {
    const change = this.#state.get(key.toString('latin1'));
    return change ? change.entry : this.committed.entry(key);
  }

  set(key: Buffer, entry: StateEntry | undefined): void {
    this.#state.set(key.toString('latin1'), { key, entry });
  }

  /** Entries of a range in byte order. */
  async range(range: StoreRange): Promise<RangeEntry[]> {
    const end = range.includeEnd ? Buffer.concat([range.end, Buffer.of(0)]) : range.end;
    const found = await this.committed.allEntries(range.start, end);
    const changed = [...this.#state.values()].filter(({ key }) => isWithin(key, range.start, end));
    if (changed.length === 0) return found;
    const merged = new Map(found.map((each) => [each.key.toString('latin1'), each]));
    for (const { key, entry } of changed) {
      if (entry) merged.set(key.toString('latin1'), { key, entry });
      else merged.delete(key.toString('latin1'));
    }
    return [...merged.values()].sort((one, other) => Buffer.compare(one.key, other.key));
  }

  /** Changes of the state for the store, in byte order. */
  stateChanges(): Change[] {
    return [...this.#state.values()]
      .sort((one, other) => Buffer.compare(one.key, other.key))
      .map(({ key, entry }) =>
        entry === undefined ? { type: 'del', key } : { type: 'put', key, value: encodeEntry(entry) },
      );
  }
}

function isWithin(key: Buffer, start: Buffer, end: Buffer): boolean {
  return Buffer.compare(start, key) <= 0 && Buffer.compare(key, end) < 0;
}
