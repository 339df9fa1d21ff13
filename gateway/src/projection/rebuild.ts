/** The read model is a fold of the ledger: projected again from block 0 it has the same rows. */
import type { Ledger } from '@yaosu/network';
import type { Database } from '../db/open-database.js';
import type { Tables } from '../db/tables.js';
import { applyBlock } from './apply-block.js';
import { loadCheckpoint, READ_MODEL } from './checkpoint.js';
import type { Originals } from './projector.js';

/** A row that only one of two read models has. */
export interface Difference {
  readonly table: keyof Tables;
  readonly side: 'live' | 'rebuilt';
  readonly row: string;
}

/** Projects blocks from 0 on into an empty database, up to a number of blocks. */
export const projectAll = async (
  ledger: Ledger,
  db: Database,
  height: number,
  originals: Originals,
): Promise<void> => {
  const next = await loadCheckpoint(db, ledger.channelGenesis, BigInt(height));
  if (next >= height) return;
  const stop = new AbortController();
  for await (const block of ledger.blocks(BigInt(next), stop.signal)) {
    await applyBlock(db, block, originals);
    if (Number(block.number) + 1 >= height) break;
  }
  stop.abort();
};

const sorted = (row: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

const rowsOf = async (db: Database, table: keyof Tables): Promise<Set<string>> =>
  new Set((await db.selectFrom(table).selectAll().execute()).map(sorted));

/** Rows in which two read models differ. */
export const compareReadModels = async (
  live: Database,
  rebuilt: Database,
): Promise<readonly Difference[]> => {
  const differences: Difference[] = [];
  for (const table of READ_MODEL) {
    const [ours, theirs] = await Promise.all([rowsOf(live, table), rowsOf(rebuilt, table)]);
    for (const row of ours) if (!theirs.has(row)) differences.push({ table, side: 'live', row });
    for (const row of theirs) if (!ours.has(row)) differences.push({ table, side: 'rebuilt', row });
  }
  return differences;
};
