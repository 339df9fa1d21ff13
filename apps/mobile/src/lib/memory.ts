/** Small things that the phone remembers, by name. */
import { closed, opened } from '../lock/keyring.js';
import { fitsLock } from '../lock/lock-record.js';
import { database } from '../outbox/db.js';

/** What is remembered under a name. @throws PhoneLocked */
export const remembered = async <T>(name: string, empty: T): Promise<T> => {
  const row = await (await database()).get('reference', name);
  return row === undefined ? empty : opened<T>(row, name);
};

const tryRemember = async (name: string, value: unknown): Promise<boolean> => {
  const row = await closed(value, name);
  const transaction = (await database()).transaction(['reference', 'lock'], 'readwrite');
  const isFit = await fitsLock(transaction.objectStore('lock'), row);
  if (isFit) await transaction.objectStore('reference').put(row, name);
  await transaction.done;
  return isFit;
};

/** Remembers something under a name, in place of what was there. @throws PhoneLocked */
export const remember = async (name: string, value: unknown): Promise<void> => {
  let isDone = false;
  while (!isDone) isDone = await tryRemember(name, value);
};
