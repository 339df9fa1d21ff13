/** A device that can die at any write, before it or after it; what it has written stays. */
import type { Entry, ImportStore } from '../sending/entry.js';

/** The device has died: whoever works on it gets no further. */
export class Died extends Error {}

/** Rows that have not been sent; those that are forbidden the ledger will not take. */
export const newEntries = (id: string, forbidden: readonly boolean[]): readonly Entry[] =>
  forbidden.map((isForbidden, index) => ({
    ...{ id, index, line: index + 2, cells: {}, state: 'waiting', command: null, txId: null, problem: null },
    row: { name: `row ${String(index)}`, forbidden: isForbidden ? 'yes' : 'no' },
  }));

/** The store of an import. */
export class FakeDevice implements Pick<ImportStore, 'entries' | 'update'> {
  readonly #rows: Entry[];
  #writes = Infinity;

  constructor(entries: readonly Entry[]) {
    this.#rows = [...entries];
  }

  get all(): readonly Entry[] {
    return this.#rows;
  }

  /** Starts anew; it dies after so many writes, every other time before the last one is on the disk. */
  live(writes: number): void {
    this.#writes = writes;
  }

  async entries(): Promise<readonly Entry[]> {
    await Promise.resolve();
    return [...this.#rows];
  }

  async update({ index }: Pick<Entry, 'index'>, change: (kept: Entry) => Entry): Promise<Entry> {
    await Promise.resolve();
    if (this.#writes <= 0) throw new Died();
    this.#writes -= 1;
    const kept = this.#rows[index];
    if (kept === undefined) throw new Error('no such row');
    const next = change(kept);
    const isLast = this.#writes <= 0;
    if (!isLast || index % 2 === 0) this.#rows[index] = next;
    if (isLast) throw new Died();
    return next;
  }
}
