/** Where a browser keeps its keys, and what it knows of its passkeys; the only place of this workspace that touches IndexedDB. */
import type { SigningKey } from './signing-key.js';

const DATABASE = 'yaosu-keys';
const STORE = 'keys';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = (): void => resolve(request.result);
    request.onerror = (): void => reject(request.error ?? new Error('IndexedDB failed'));
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = (): void => void request.result.createObjectStore(STORE);
  return settled(request);
};

const inStore = async <T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open();
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
};

/** Keeps a key under a name, e.g. the login that it was made for. */
export const saveKey = async (name: string, key: SigningKey): Promise<void> => {
  await inStore('readwrite', (store) => store.put(key, name));
};

/** @returns the key kept under a name, undefined when there is none. */
export const loadKey = (name: string): Promise<SigningKey | undefined> =>
  inStore('readonly', (store) => store.get(name) as IDBRequest<SigningKey | undefined>);
