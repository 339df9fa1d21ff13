import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { EntryState, Journal, NewEntry } from './journal.js';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { openLevelJournal } from './level-journal.js';
import { openSqlJournal, type JournalTables } from './sql-journal.js';

const AT = '2026-11-25T08:00:00.000Z';
const COMMITTED: EntryState = { name: 'committed', txId: 't', block: 3, result: { key: 'k' } };

const entry = (cmd: string, envelope = 'e'): NewEntry => ({
  cmd,
  contract: 'Batch',
  act: 'register',
  envelope,
  by: { enterprise: 'cdmo', kid: 'k' },
  receivedAt: AT,
});

let folder: string;
let db: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  db = await openMemoryDatabase();
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

let run = 0;
let opened = 0;
const inLevel = (): Promise<Journal> => openLevelJournal(join(folder, String(run)));
const inSql = async (): Promise<Journal> => {
  const journal = await openSqlJournal(db.withTables<JournalTables>());
  if (opened !== run) await sql`truncate journal_entries, journal_audit`.execute(db);
  opened = run;
  return journal;
};

describe.each([
  ['LevelDB', inLevel],
  ['PostgreSQL', inSql],
])('the journal in %s', (_name, open) => {
  let journal: Journal;
  const reopen = async (): Promise<void> => {
    await journal.close();
    journal = await open();
  };
  beforeEach(async () => {
    run += 1;
    journal = await open();
  });
  afterEach(() => journal.close());

  it.each<[string, readonly EntryState[], boolean]>([
    ['received', [], true],
    ['sent', [{ name: 'sent', txId: 't' }], true],
    ['committed', [{ name: 'sent', txId: 't' }, COMMITTED], false],
    ['refused', [{ name: 'refused', code: 'ROLE_NOT_HELD', details: {} }], false],
  ])('finds an entry that was %s after it is opened again', async (name, states, isOpen) => {
    await journal.append(entry('a'));
    for (const state of states) await journal.note('a', state, AT);
    await reopen();
    expect((await journal.find('a'))?.state.name).toBe(name);
    expect((await journal.unfinished()).map(({ cmd }) => cmd)).toEqual(isOpen ? ['a'] : []);
  });

  it('keeps the order of arrival and one audit row a change', async () => {
    for (const cmd of ['b', 'a', 'c']) await journal.append(entry(cmd));
    await journal.note('a', COMMITTED, AT);
    await reopen();
    await journal.append(entry('d'));
    expect((await journal.unfinished()).map(({ cmd }) => cmd)).toEqual(['b', 'c', 'd']);
    const rows = await journal.audit(0, 10);
    expect(rows.map(({ cmd, event }) => `${cmd} ${event}`)).toEqual([
      'b received',
      'a received',
      'c received',
      'a committed',
      'd received',
    ]);
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(5);
  });

  it('takes a command over once, whoever sends it again, also at the same time', async () => {
    const [first, second] = await Promise.all([
      journal.append(entry('a')),
      journal.append(entry('a', 'other')),
    ]);
    expect(second).toEqual(first);
    await journal.note('a', COMMITTED, AT);
    expect((await journal.append(entry('a', 'other'))).state).toEqual(COMMITTED);
    expect(await journal.audit(0, 10)).toHaveLength(2);
  });

  it.each([
    ['SIGNATURE_INVALID', 'e', 'refused'],
    ['SIGNATURE_INVALID', 'other signatures', 'received'],
    ['LEDGER_CONFLICT', 'e', 'received'],
  ] as const)('after %s, %s is %s', async (code, envelope, state) => {
    await journal.append(entry('a'));
    await journal.note('a', { name: 'refused', code, details: {} }, AT);
    expect((await journal.append(entry('a', envelope))).state.name).toBe(state);
  });

  it('never changes what is committed', async () => {
    await journal.append(entry('a'));
    await journal.note('a', COMMITTED, AT);
    expect((await journal.note('a', { name: 'refused', code: 'ALREADY', details: {} }, AT)).state).toEqual(
      COMMITTED,
    );
  });
});

it('the journal in LevelDB is locked while it is open', async () => {
  run += 1;
  const journal = await inLevel();
  await expect(inLevel()).rejects.toMatchObject({ cause: { code: 'LEVEL_LOCKED' } });
  await journal.close();
});

it('numbers the rows of the audit trail in PostgreSQL without a gap where one was rolled back', async () => {
  run += 1;
  const journal = await inSql();
  await journal.append(entry('first'));
  await sql`alter table journal_audit add constraint spoilt check (row not like '%second%')`.execute(db);
  await expect(journal.append(entry('second'))).rejects.toThrow('spoilt');
  await sql`alter table journal_audit drop constraint spoilt`.execute(db);
  await Promise.all(['third', 'fourth', 'fifth'].map((cmd) => journal.append(entry(cmd))));
  expect((await journal.audit(1, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});
