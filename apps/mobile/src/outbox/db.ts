/** The phone's database; the only file that knows IndexedDB. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './entry.js';

interface Schema extends DBSchema {
  outbox: { key: string; value: Entry };
  /** What the phone has to know without signal: shipments, names, records seen. */
  reference: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the database; one that the system closed is opened again. */
export const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('yaosu-phone', 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'cmd' });
      db.createObjectStore('reference');
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
};
