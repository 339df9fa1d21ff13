/** Rows of the outbox. */
import { database } from './db.js';
import type { Entry } from './entry.js';

/** What becomes of an entry, given what is there now and the last place taken; undefined: nothing is kept. */
export type Change = (known: Entry | undefined, lastSequence: number) => Entry | undefined;

/** Where entries are kept. */
export interface OutboxStore {
  /** In order. */
  all(): Promise<readonly Entry[]>;
  get(cmd: string): Promise<Entry | undefined>;
  /** Reads and writes one entry in one step, so that no tab writes over what another one has just written. */
  update(cmd: string, change: Change): Promise<void>;
}

/** The store of this phone; a write is on the disk when it returns. @throws DOMException QuotaExceededError */
export const phoneStore: OutboxStore = {
  all: async () => (await database()).getAllFromIndex('outbox', 'sequence'),
  get: async (cmd) => (await database()).get('outbox', cmd),
  update: async (cmd, change) => {
    const transaction = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
    const { store } = transaction;
    const known = await store.get(cmd);
    const last = (await store.index('sequence').openKeyCursor(null, 'prev'))?.key ?? 0;
    const next = change(known, last);
    if (next !== undefined) await store.put(next);
    else if (known !== undefined) await store.delete(cmd);
    await transaction.done;
  },
};
