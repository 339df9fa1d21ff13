/** The phone's database; the only file that knows IndexedDB. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Leaf } from '../dispensing/leaf.js';
import type { LockRecord } from '../lock/lock-record.js';

/** An entry as it lies on the disk: what it says may be sealed, its place is not. */
export interface EntryRow {
  readonly cmd: string;
  readonly sequence: number;
  /** The entry, as the keyring closed it; an app from before there were PINs left the entry itself. */
  readonly entry?: unknown;
}

/** What is in it. */
export interface Schema extends DBSchema {
  outbox: { key: string; value: EntryRow; indexes: { sequence: number } };
  /** What the phone has to know without signal: shipments, names, records seen. */
  reference: { key: string; value: unknown };
  /** What opens the sealed rows; empty on a phone without a PIN. */
  lock: { key: string; value: LockRecord };
  /** What proves a pack, by enterprise and code. */
  leaves: { key: string; value: Leaf };
}

const VERSION = 4;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the database; one that the system closed is opened again. */
export const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('yaosu-phone', VERSION, {
    upgrade: (db, from, _to, transaction) => {
      // What an earlier version of the app has signed stays.
      if (from < 1) {
        db.createObjectStore('outbox', { keyPath: 'cmd' });
        db.createObjectStore('reference');
      }
      if (from < 2) db.createObjectStore('leaves');
      if (from < 3) transaction.objectStore('outbox').createIndex('sequence', 'sequence');
      if (from < 4) db.createObjectStore('lock');
    },
    // A newer app in another tab needs the database: this one lets go of it and opens it again when it is wanted.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
};
