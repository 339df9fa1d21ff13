/** Imports in the browser's database; the only file of the portal that knows IndexedDB. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry, ImportHead, ImportStore } from './entry.js';

interface Schema extends DBSchema {
  imports: { key: string; value: ImportHead };
  rows: { key: [id: string, index: number]; value: Entry };
}

const VERSION = 1;
const STRICT = { durability: 'strict' } as const;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('yaosu-imports', VERSION, {
    upgrade: (db) => {
      db.createObjectStore('imports', { keyPath: 'id' });
      db.createObjectStore('rows', { keyPath: ['id', 'index'] });
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
};

const rowsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, Infinity]);

/** The store of this device; what is written is on the disk when it returns. @throws DOMException QuotaExceededError */
export const deviceStore: ImportStore = {
  heads: async () => (await database()).getAll('imports'),
  entries: async (id) => (await database()).getAll('rows', rowsOf(id)),
  add: async (head, entries) => {
    const all = (await database()).transaction(['imports', 'rows'], 'readwrite', STRICT);
    const rows = all.objectStore('rows');
    await Promise.all([
      all.objectStore('imports').put(head),
      ...entries.map((entry) => rows.put(entry)),
      all.done,
    ]);
  },
  update: async ({ id, index }, change) => {
    const writing = (await database()).transaction('rows', 'readwrite', STRICT);
    const kept = await writing.store.get([id, index]);
    if (kept === undefined) throw new Error('the import was removed');
    const next = change(kept);
    await writing.store.put(next);
    await writing.done;
    return next;
  },
  remove: async (id) => {
    const all = (await database()).transaction(['imports', 'rows'], 'readwrite', STRICT);
    await Promise.all([
      all.objectStore('imports').delete(id),
      all.objectStore('rows').delete(rowsOf(id)),
      all.done,
    ]);
  },
};
