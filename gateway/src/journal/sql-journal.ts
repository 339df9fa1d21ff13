/** The journal on PostgreSQL: entry and audit row in one transaction, committed synchronously. */
import { sql, type Insertable, type Kysely, type Selectable, type Transaction } from 'kysely';
import { auditRow, isFinal, isReopenedBy } from './entry-rules.js';
import type { AuditRow, EntryState, Journal, JournalEntry, NewEntry } from './journal.js';

type EntryTable = {
  cmd: string;
  seq: number;
  is_open: boolean;
  entry: string;
};
type AuditTable = {
  seq: number;
  row: string;
};
/** Tables of the journal. */
export type JournalTables = {
  journal_entries: EntryTable;
  journal_audit: AuditTable;
};

type Db = Kysely<JournalTables>;

/** Names the lock under which rows of the audit trail are numbered. */
const AUDIT_LOCK = 4_711_001;

const SCHEMA = [
  `create table if not exists journal_entries (cmd text primary key, seq bigint not null, is_open boolean not null,
     entry text not null)`,
  'create index if not exists journal_open on journal_entries (seq) where is_open',
  'create table if not exists journal_audit (seq bigint primary key, row text not null)',
];

const entryOf = ({ entry }: Pick<Selectable<EntryTable>, 'entry'>): JournalEntry =>
  JSON.parse(entry) as JournalEntry;

/**
 * The number after the last row's. Not of a sequence: what is rolled back would leave a gap there, and a gap in the audit
 * trail says that somebody took a row out. Who asks holds all others back until the own row is committed.
 */
const nextSeq = async (db: Transaction<JournalTables>): Promise<number> => {
  await sql`select pg_advisory_xact_lock(${sql.lit(AUDIT_LOCK)})`.execute(db);
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) + 1 as seq from journal_audit`.execute(db);
  return Number(rows[0]?.seq);
};

const save = async (db: Transaction<JournalTables>, entry: JournalEntry, audit: AuditRow): Promise<void> => {
  const row: Insertable<EntryTable> = {
    cmd: entry.cmd,
    seq: entry.seq,
    is_open: !isFinal(entry.state),
    entry: JSON.stringify(entry),
  };
  await db
    .insertInto('journal_entries')
    .values(row)
    .onConflict((conflict) => conflict.column('cmd').doUpdateSet(row))
    .execute();
  await db
    .insertInto('journal_audit')
    .values({ seq: audit.seq, row: JSON.stringify(audit) })
    .execute();
};

const locked = async (db: Transaction<JournalTables>, cmd: string): Promise<JournalEntry | undefined> => {
  // A row that is not there cannot be locked; two gateways may take the same command over at once.
  await sql`select pg_advisory_xact_lock(hashtextextended(${cmd}, 0))`.execute(db);
  const row = await db
    .selectFrom('journal_entries')
    .select('entry')
    .where('cmd', '=', cmd)
    .executeTakeFirst();
  return row === undefined ? undefined : entryOf(row);
};

class SqlJournal implements Journal {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  append(entry: NewEntry): Promise<JournalEntry> {
    return this.#durably(async (db) => {
      const known = await locked(db, entry.cmd);
      if (known !== undefined && !isReopenedBy(known, entry)) return known;
      const seq = await nextSeq(db);
      const fresh: JournalEntry = { ...entry, seq, state: { name: 'received' } };
      await save(db, fresh, auditRow(fresh, seq, entry.receivedAt));
      return fresh;
    });
  }

  note(cmd: string, state: EntryState, at: string): Promise<JournalEntry> {
    return this.#durably(async (db) => {
      const known = await locked(db, cmd);
      if (known === undefined) throw new Error(`no journal entry ${cmd}`);
      if (known.state.name === 'committed') return known;
      const changed: JournalEntry = { ...known, state };
      await save(db, changed, auditRow(changed, await nextSeq(db), at));
      return changed;
    });
  }

  async find(cmd: string): Promise<JournalEntry | undefined> {
    const query = this.#db.selectFrom('journal_entries').select('entry').where('cmd', '=', cmd);
    const row = await query.executeTakeFirst();
    return row === undefined ? undefined : entryOf(row);
  }

  async unfinished(): Promise<readonly JournalEntry[]> {
    const query = this.#db.selectFrom('journal_entries').select('entry').where('is_open', '=', true);
    return (await query.orderBy('seq').execute()).map(entryOf);
  }

  async audit(from: number, limit: number): Promise<readonly AuditRow[]> {
    const query = this.#db.selectFrom('journal_audit').select('row').where('seq', '>=', from);
    return (await query.orderBy('seq').limit(limit).execute()).map(({ row }) => JSON.parse(row) as AuditRow);
  }

  /** The database belongs to who opened it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #durably<T>(work: (db: Transaction<JournalTables>) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (db) => {
      // Whatever the server's default is: an acknowledged entry is on its disk.
      await sql`set local synchronous_commit = on`.execute(db);
      return work(db);
    });
  }
}

/** A journal in this database; its tables are made when they are not there. */
export const openSqlJournal = async (db: Db): Promise<Journal> => {
  for (const statement of SCHEMA) await sql.raw(statement).execute(db);
  return new SqlJournal(db);
};
