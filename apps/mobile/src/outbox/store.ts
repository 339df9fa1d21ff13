/** Rows of the outbox. */
import type { IDBPObjectStore } from 'idb';
import { closed, opened } from '../lock/keyring.js';
import { fitsLock } from '../lock/lock-record.js';
import { database, type EntryRow, type Schema } from './db.js';
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

interface Standing {
  readonly row: EntryRow | undefined;
  /** The last place taken. */
  readonly last: number;
}

const entryOf = (row: EntryRow): Promise<Entry> =>
  row.entry === undefined ? Promise.resolve(row as unknown as Entry) : opened<Entry>(row.entry, row.cmd);

const rowOf = async (entry: Entry): Promise<EntryRow> => {
  const { cmd, sequence } = entry;
  return { cmd, sequence, entry: await closed(entry, cmd) };
};

const OUTBOX_AND_LOCK: ('outbox' | 'lock')[] = ['outbox', 'lock'];
const isSame = (a: Standing, b: Standing): boolean => JSON.stringify(a) === JSON.stringify(b);

type OutboxRows = Pick<
  IDBPObjectStore<Schema, ('outbox' | 'lock')[], 'outbox', 'readwrite'>,
  'get' | 'index'
>;

const standingIn = async (rows: OutboxRows, cmd: string): Promise<Standing> => {
  const row = await rows.get(cmd);
  const last = (await rows.index('sequence').openKeyCursor(null, 'prev'))?.key ?? 0;
  return { row, last };
};

const begin = async () =>
  (await database()).transaction(OUTBOX_AND_LOCK, 'readwrite', { durability: 'strict' });

/** Sealing takes longer than a transaction lives: what was read is compared again before it is written over. */
const tryUpdate = async (cmd: string, change: Change): Promise<boolean> => {
  const reading = await begin();
  const before = await standingIn(reading.objectStore('outbox'), cmd);
  await reading.done;
  const next = change(before.row && (await entryOf(before.row)), before.last);
  const row = next && (await rowOf(next));
  const writing = await begin();
  const rows = writing.objectStore('outbox');
  const isFit = row === undefined || (await fitsLock(writing.objectStore('lock'), row.entry));
  const isFree = isFit && isSame(before, await standingIn(rows, cmd));
  if (isFree && row !== undefined) await rows.put(row);
  if (isFree && row === undefined && before.row !== undefined) await rows.delete(cmd);
  await writing.done;
  return isFree;
};

/** The store of this phone; a write is on the disk when it returns. @throws DOMException QuotaExceededError, PhoneLocked */
export const phoneStore: OutboxStore = {
  all: async () => Promise.all((await (await database()).getAllFromIndex('outbox', 'sequence')).map(entryOf)),
  get: async (cmd) => {
    const row = await (await database()).get('outbox', cmd);
    return row && entryOf(row);
  },
  update: async (cmd, change) => {
    let isDone = false;
    while (!isDone) isDone = await tryUpdate(cmd, change);
  },
};
