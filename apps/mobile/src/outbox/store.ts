/** Rows of the outbox. */
import { database } from './db.js';
import type { Entry } from './entry.js';

/** Where entries are kept. */
export interface OutboxStore {
  all(): Promise<readonly Entry[]>;
  get(cmd: string): Promise<Entry | undefined>;
  put(entry: Entry): Promise<void>;
  remove(cmd: string): Promise<void>;
}

const inOrder = (entries: readonly Entry[]): Entry[] => [...entries].sort((a, b) => a.sequence - b.sequence);

/** The store of this phone; a write is on the disk when it returns. */
export const phoneStore: OutboxStore = {
  all: async () => inOrder(await (await database()).getAll('outbox')),
  get: async (cmd) => (await database()).get('outbox', cmd),
  put: async (entry) => {
    const transaction = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
    await transaction.store.put(entry);
    await transaction.done;
  },
  remove: async (cmd) => (await database()).delete('outbox', cmd),
};
