/** The journal of an embedded gateway: a LevelDB log, every write flushed to disk before it is acknowledged. */
import { ClassicLevel } from 'classic-level';
import { Lanes } from '../relay/lanes.js';
import { GroupWriter } from './group-writer.js';
import { auditRow, isFinal, isReopenedBy } from './entry-rules.js';
import type { AuditRow, EntryState, Journal, JournalEntry, NewEntry } from './journal.js';

export type { AuditRow, Journal, JournalEntry } from './journal.js';

type OnFatal = (error: Error) => void;

const DIGITS = 16;
const DURABLE = { sync: true } as const;

const entryKey = (cmd: string): string => `entry!${cmd}`;
const openKey = (seq: number): string => `open!${padded(seq)}`;
const auditKey = (seq: number): string => `audit!${padded(seq)}`;
const padded = (seq: number): string => String(seq).padStart(DIGITS, '0');
/** `"` is the character after `!`. */
const range = (prefix: string) => ({ gte: `${prefix}!`, lt: `${prefix}"` });

class LevelJournal implements Journal {
  readonly #level: ClassicLevel;
  readonly #writer: GroupWriter;
  readonly #onFatal: OnFatal;
  readonly #lanes = new Lanes();
  #next: number;

  constructor(level: ClassicLevel, next: number, onFatal: OnFatal) {
    this.#level = level;
    this.#writer = new GroupWriter((operations) => level.batch([...operations], DURABLE));
    this.#next = next;
    this.#onFatal = onFatal;
  }

  append(entry: NewEntry): Promise<JournalEntry> {
    return this.#lanes.run([entry.cmd], async () => {
      const known = await this.find(entry.cmd);
      if (known !== undefined && !isReopenedBy(known, entry)) return known;
      const seq = this.#next++;
      const fresh: JournalEntry = { ...entry, seq, state: { name: 'received' } };
      await this.#write(fresh, auditRow(fresh, seq, entry.receivedAt));
      return fresh;
    });
  }

  note(cmd: string, state: EntryState, at: string): Promise<JournalEntry> {
    return this.#lanes.run([cmd], async () => {
      const known = await this.find(cmd);
      if (known === undefined) throw new Error(`no journal entry ${cmd}`);
      if (known.state.name === 'committed') return known;
      const changed: JournalEntry = { ...known, state };
      await this.#write(changed, auditRow(changed, this.#next++, at));
      return changed;
    });
  }

  async find(cmd: string): Promise<JournalEntry | undefined> {
    const text = await this.#level.get(entryKey(cmd));
    return text === undefined ? undefined : (JSON.parse(text) as JournalEntry);
  }

  async unfinished(): Promise<readonly JournalEntry[]> {
    const cmds = await this.#level.values(range('open')).all();
    const entries = await Promise.all(cmds.map((cmd) => this.find(cmd)));
    return entries.filter((entry) => entry !== undefined);
  }

  async audit(from: number, limit: number): Promise<readonly AuditRow[]> {
    const rows = await this.#level.values({ gte: auditKey(from), lt: range('audit').lt, limit }).all();
    return rows.map((row) => JSON.parse(row) as AuditRow);
  }

  async close(): Promise<void> {
    await this.#writer.settled();
    await this.#level.close();
  }

  /** Entry, its place among the unfinished, and audit row in one write. */
  async #write(entry: JournalEntry, audit: AuditRow): Promise<void> {
    const open = openKey(entry.seq);
    const written = this.#writer.write([
      { type: 'put', key: entryKey(entry.cmd), value: JSON.stringify(entry) },
      isFinal(entry.state) ? { type: 'del', key: open } : { type: 'put', key: open, value: entry.cmd },
      { type: 'put', key: auditKey(audit.seq), value: JSON.stringify(audit) },
    ]);
    await written.catch((error: unknown) => {
      this.#onFatal(new Error('The journal could not be written', { cause: error }));
      throw error;
    });
  }
}

/**
 * Opens the log in a folder, which is locked while it is open.
 * @param onFatal is told when a write failed: what reached the disk is unknown until the log is opened again
 * @throws when another process has it
 */
export const openLevelJournal = async (
  folder: string,
  onFatal: OnFatal = () => undefined,
): Promise<Journal> => {
  const level = new ClassicLevel(folder);
  await level.open();
  const [last] = await level.values({ ...range('audit'), reverse: true, limit: 1 }).all();
  return new LevelJournal(level, last === undefined ? 1 : (JSON.parse(last) as AuditRow).seq + 1, onFatal);
};
