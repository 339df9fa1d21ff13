import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerBlock, LedgerTransaction } from '@yaosu/network';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { applyBlock } from './apply-block.js';
import type { Originals } from './projector.js';
import { loadCheckpoint, READ_MODEL } from './checkpoint.js';

const composite = (...parts: readonly string[]): string => `\u0000${parts.join('\u0000')}\u0000`;
const bytes = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

const transaction = (index: number, changes: Partial<LedgerTransaction> = {}): LedgerTransaction => ({
  txId: `tx${String(index)}`,
  index,
  code: 0,
  creatorMsp: 'RegulatorMSP',
  timestamp: '2026-11-25T08:00:00.000Z',
  fn: 'Enterprise:register',
  args: [],
  writes: [
    {
      key: composite('ent', 'acme'),
      value: bytes({ v: 1, by: 'c', enterprise: 'acme', name: 'Acme', hostMsp: 'CdmoMSP' }),
    },
    {
      key: composite('role', 'acme', 'cdmo'),
      value: bytes({ v: 1, by: 'c', enterprise: 'acme', role: 'cdmo' }),
    },
    { key: 'not ours', value: bytes({}) },
  ],
  endorsers: ['RegulatorMSP', 'CdmoMSP'],
  ...changes,
});

const block = (number: number, ...transactions: readonly LedgerTransaction[]): LedgerBlock => ({
  number: BigInt(number),
  headerHash: `h${String(number)}`,
  previousHash: `h${String(number - 1)}`,
  dataHash: 'd',
  leaf: 'l',
  transactions,
});

const nothing: Originals = { read: () => Promise.resolve(undefined) };

describe('the projection of a block', () => {
  let db: Database;
  const dump = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(
        READ_MODEL.map((table) =>
          db
            .selectFrom(table)
            .selectAll()
            .orderBy(sql`1`)
            .execute(),
        ),
      ),
    );
  beforeAll(async () => {
    db = await openMemoryDatabase();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    await sql`truncate ${sql.join(READ_MODEL.map((table) => sql.table(table)))}`.execute(db);
    await loadCheckpoint(db, 'chain', 1n);
  });

  it('makes rows of write sets and moves the checkpoint', async () => {
    const changes = await applyBlock(db, block(0, transaction(0)), nothing);
    expect(changes?.changes.map(({ key }) => key)).toEqual(['ent~acme', 'role~acme~cdmo']);
    expect(await db.selectFrom('enterprises').selectAll().execute()).toEqual([
      { enterprise: 'acme', host_msp: 'CdmoMSP', block: 0, tx_id: 'tx0' },
    ]);
    expect(await loadCheckpoint(db, 'chain', 1n)).toBe(1);
  });

  it('changes nothing when a block comes twice', async () => {
    await applyBlock(db, block(0, transaction(0)), nothing);
    const before = await dump();
    expect(await applyBlock(db, block(0, transaction(0)), nothing)).toBeUndefined();
    expect(await dump()).toBe(before);
  });

  it('refuses a gap', async () => {
    await expect(applyBlock(db, block(1, transaction(0)), nothing)).rejects.toThrow('block 0 is missing');
  });

  it('shows an invalid transaction but none of its writes', async () => {
    await applyBlock(db, block(0, transaction(0, { code: 11 })), nothing);
    expect(await db.selectFrom('records').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('transactions').select(['code', 'keys']).execute()).toEqual([
      { code: 11, keys: [] },
    ]);
  });

  it('keeps all of a block or nothing', async () => {
    const poisoned = transaction(1, { writes: [{ key: composite('ent', 'b'), value: Buffer.from('{') }] });
    const before = await dump();
    await expect(applyBlock(db, block(0, transaction(0), poisoned), nothing)).rejects.toThrow();
    expect(await dump()).toBe(before);
  });

  it('starts anew for another chain and for a ledger that is lower', async () => {
    await applyBlock(db, block(0, transaction(0)), nothing);
    expect(await loadCheckpoint(db, 'other', 5n)).toBe(0);
    expect(await db.selectFrom('records').selectAll().execute()).toEqual([]);
    await applyBlock(db, block(0, transaction(0)), nothing);
    expect(await loadCheckpoint(db, 'other', 0n)).toBe(0);
  });
});
