/** Small things that the phone remembers, by name. */
import { database } from '../outbox/db.js';

/** What is remembered under a name. */
export const remembered = async <T>(name: string, empty: T): Promise<T> =>
  ((await (await database()).get('reference', name)) as T | undefined) ?? empty;

/** Remembers something under a name, in place of what was there. */
export const remember = async (name: string, value: unknown): Promise<void> => {
  await (await database()).put('reference', value, name);
};
