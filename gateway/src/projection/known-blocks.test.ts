/** Blocks that are not the own peer's word yet: what becomes of them, and what rests on them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerBlock } from '@yaosu/network';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { applyBlock } from './apply-block.js';
import { loadCheckpoint, READ_MODEL } from './checkpoint.js';
import { firmValue, recordValue } from './directory.js';
import { firstProvisional } from './known-blocks.js';
import type { Originals } from './projector.js';

const nothing: Originals = { read: () => Promise.resolve(undefined) };

/** A block that appoints the key of an enterprise. */
const own = (number: number, changes: Partial<LedgerBlock> = {}): LedgerBlock => ({
  number: BigInt(number),
  headerHash: `h${String(number)}`,
  previousHash: `h${String(number - 1)}`,
  dataHash: 'd',
  leaf: `l${String(number)}`,
  transactions: [
    {
      txId: `tx${String(number)}`,
      index: 0,
      code: 0,
      creatorMsp: 'CdmoMSP',
      timestamp: '2026-11-25T08:00:00.000Z',
      fn: 'Enterprise:admitKey',
      args: [],
      writes: [
        {
          key: '\u0000key\u0000k\u0000',
          value: Buffer.from(
            JSON.stringify({ kid: 'k', enterprise: 'acme', person: String(number), by: 'c' }),
          ),
        },
      ],
      endorsers: ['CdmoMSP'],
    },
  ],
  ...changes,
});
const elsewhere = (number: number, changes: Partial<LedgerBlock> = {}): LedgerBlock => ({
  ...own(number, changes),
  provisional: true,
});

describe('a block of another organisation’s peer', () => {
  let db: Database;
  const apply = (...blocks: readonly LedgerBlock[]): Promise<unknown> =>
    blocks.reduce<Promise<unknown>>(
      (before, block) => before.then(() => applyBlock(db, block, nothing)),
      Promise.resolve(),
    );
  const personOf = async (read: typeof recordValue): Promise<unknown> =>
    (await read(db, 'key~k'))?.['person'];
  beforeAll(async () => {
    db = await openMemoryDatabase();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    await sql`truncate ${sql.join(READ_MODEL.map((table) => sql.table(table)))}`.execute(db);
    await loadCheckpoint(db, 'chain', 1n);
    await apply(own(0));
  });

  it.each([
    ['none', [], undefined],
    ['one', [elsewhere(1)], 1],
    ['two', [elsewhere(1), elsewhere(2)], 1],
    ['two, given again by the other one', [elsewhere(1), elsewhere(2), elsewhere(1)], 1],
    ['two, the first given by the own one', [elsewhere(1), elsewhere(2), own(1)], 2],
    ['two, both given by the own one', [elsewhere(1), elsewhere(2), own(1), own(2)], undefined],
    ['one, after which the own one goes on', [elsewhere(1), own(1), own(2)], undefined],
  ] as const)('%s: provisional from the right block on', async (_, blocks, expected) => {
    await apply(...blocks);
    expect(await firstProvisional(db)).toBe(expected);
  });

  it('is read, but lets nobody in until the own peer has given it', async () => {
    await apply(elsewhere(1));
    expect([await personOf(recordValue), await personOf(firmValue)]).toEqual(['1', undefined]);
    await apply(own(1));
    expect([await personOf(recordValue), await personOf(firmValue)]).toEqual(['1', '1']);
  });

  it.each([
    ['another header by the own peer', own(1, { headerHash: 'x' }), { block: 1, kept: 'h1', given: 'x' }],
    ['the same header with other flags', own(1, { leaf: 'x' }), { block: 1, kept: 'l1', given: 'x' }],
    [
      'another header by a third peer',
      elsewhere(1, { headerHash: 'x' }),
      { block: 1, kept: 'h1', given: 'x' },
    ],
    [
      'a next one that follows from another',
      own(2, { previousHash: 'x' }),
      { block: 1, kept: 'h1', given: 'x' },
    ],
    ['an own one that is told anew', own(0, { headerHash: 'x' }), { block: 0, kept: 'h0', given: 'x' }],
  ])('is a fork with %s, and nothing is changed', async (_, given, fork) => {
    await apply(elsewhere(1));
    await expect(apply(given)).rejects.toMatchObject({ fork });
    expect([await firstProvisional(db), await personOf(recordValue)]).toEqual([1, '1']);
  });

  it.each([
    [1n, 3],
    [0n, 0],
  ])('with %s blocks on the own peer the read model goes on from %s', async (height, next) => {
    await apply(elsewhere(1), elsewhere(2));
    expect(await loadCheckpoint(db, 'chain', height)).toBe(next);
  });
});
