/** The PIN of this phone: set once, asked for whenever the app opens, replaced by whoever has the recovery code. */
import { SPOKEN_ALPHABET, typedCode } from '@yaosu/chaincode/model/kernel/spoken-code';
import { database } from '../outbox/db.js';
import { counted, NO_TRIES, remaining } from './guard.js';
import { closed, holdKey, PhoneLocked } from './keyring.js';
import { LOCK, type LockRecord } from './lock-record.js';
import { newDataKey, unwrap, wrap } from './sealing.js';

/** Characters of a recovery code: 31^26 is more than 2^128. */
const RECOVERY_LENGTH = 26;
const GROUP = /.{1,5}/g;
/** A byte below this one maps to the alphabet without a bias. */
const FAIR_BYTES = 256 - (256 % SPOKEN_ALPHABET.length);

/** Tells the other windows of this phone that they have no key any more. */
const otherWindows = new BroadcastChannel('yaosu-lock');

/** Calls when another window has set a PIN. */
export const onLockSet = (act: () => void): void => otherWindows.addEventListener('message', act);

/** What became of a try. */
export type Opening = 'open' | 'wrong' | { readonly waitMs: number };

const readLock = async (): Promise<LockRecord | undefined> => (await database()).get('lock', LOCK);
const writeLock = async (record: LockRecord): Promise<void> => {
  await (await database()).put('lock', record, LOCK);
};

/** Whether this phone asks for a PIN. */
export const hasLock = async (): Promise<boolean> => (await readLock()) !== undefined;

const newRecoveryCode = (): string => {
  let code = '';
  while (code.length < RECOVERY_LENGTH) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR_BYTES) code += SPOKEN_ALPHABET.charAt(byte % SPOKEN_ALPHABET.length);
  }
  return code;
};

/** Seals every row and puts the record beside them, in one step. @returns false when a row was written meanwhile */
const sealAll = async (key: CryptoKey, record: LockRecord): Promise<boolean> => {
  const db = await database();
  const [entries, names, values] = await Promise.all([
    db.getAll('outbox'),
    db.getAllKeys('reference'),
    db.getAll('reference'),
  ]);
  const rows = await Promise.all(
    entries.map(async (row) => {
      const { cmd, sequence, entry = row } = row;
      return { cmd, sequence, entry: await closed(entry, cmd, key) };
    }),
  );
  const sealed = await Promise.all(values.map((value, at) => closed(value, names[at] ?? '', key)));
  const transaction = db.transaction(['outbox', 'reference', 'lock'], 'readwrite', { durability: 'strict' });
  const [outbox, reference] = [transaction.objectStore('outbox'), transaction.objectStore('reference')];
  if ((await transaction.objectStore('lock').get(LOCK)) !== undefined) throw new PhoneLocked();
  const now = [await outbox.getAll(), await reference.getAll()];
  const isSame = JSON.stringify(now) === JSON.stringify([entries, values]);
  if (isSame) {
    await Promise.all(rows.map((row) => outbox.put(row)));
    await Promise.all(sealed.map((value, at) => reference.put(value, names[at] ?? '')));
    await transaction.objectStore('lock').put(record, LOCK);
  }
  await transaction.done;
  return isSame;
};

/** Sets the PIN and seals everything on this phone. @returns the recovery code, which nobody can show again */
export const setUpLock = async (pin: string): Promise<string> => {
  const key = await newDataKey();
  const code = newRecoveryCode();
  const record = { pin: await wrap(key, pin), recovery: await wrap(key, code), tries: NO_TRIES };
  const kept = await unwrap(record.pin, pin);
  if (kept === undefined) throw new Error('a key that was just wrapped is not opened');
  let isDone = false;
  while (!isDone) isDone = await sealAll(kept, record);
  holdKey(kept);
  otherWindows.postMessage('set');
  return (code.match(GROUP) ?? []).join('-');
};

/** Milliseconds until a PIN may be tried. */
export const waiting = async (): Promise<number> => {
  const record = await readLock();
  return record === undefined ? 0 : remaining(record.tries, Date.now());
};

/** Opens the records by the PIN. A try is counted before it is judged, so that a reload does not undo it. */
export const openByPin = async (pin: string): Promise<Opening> => {
  const record = await readLock();
  if (record === undefined) return 'open';
  const waitMs = remaining(record.tries, Date.now());
  if (waitMs > 0) return { waitMs };
  await writeLock({ ...record, tries: counted(record.tries, Date.now()) });
  const key = await unwrap(record.pin, pin);
  if (key === undefined) return 'wrong';
  await writeLock({ ...record, tries: NO_TRIES });
  holdKey(key);
  return 'open';
};

/** Opens the records by the recovery code and sets another PIN. @returns false for a wrong code */
export const openByRecovery = async (typed: string, pin: string): Promise<boolean> => {
  const record = await readLock();
  if (record === undefined) return true;
  const code = typedCode(typed);
  const [wrappable, key] = [await unwrap(record.recovery, code, true), await unwrap(record.recovery, code)];
  if (wrappable === undefined || key === undefined) return false;
  await writeLock({ ...record, pin: await wrap(wrappable, pin), tries: NO_TRIES });
  holdKey(key);
  return true;
};
