/** One block into the read model: rows and checkpoint in one transaction. */
import type { LedgerBlock, LedgerTransaction } from '@yaosu/network';
import { hasNamedReaders, readersOf, shipmentKeyOf } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';
import { changesOf, describeTransaction, type Change } from './changes.js';
import type { Originals } from './projector.js';
import { PROJECTORS } from './projectors.js';
import { saveReadings } from './readings.js';

/** What a projected block changed. */
export interface BlockChanges {
  readonly number: number;
  readonly changes: readonly Change[];
}

const saveBlock = async (db: Database, block: LedgerBlock): Promise<void> => {
  const { transactions } = block;
  await db
    .insertInto('blocks')
    .values({
      number: Number(block.number),
      header_hash: block.headerHash,
      previous_hash: block.previousHash,
      data_hash: block.dataHash,
      transactions: transactions.length,
      valid: transactions.filter((transaction) => transaction.code === 0).length,
    })
    .execute();
};

const saveTransaction = async (
  db: Database,
  transaction: LedgerTransaction,
  block: number,
  changes: readonly Change[],
): Promise<void> => {
  await db
    .insertInto('transactions')
    .values({
      ...describeTransaction(transaction),
      block,
      tx_id: transaction.txId,
      index: transaction.index,
      code: transaction.code,
      creator_msp: transaction.creatorMsp,
      timestamp: transaction.timestamp,
      endorsers: JSON.stringify(transaction.endorsers),
      keys: JSON.stringify(changes.map((change) => change.key)),
    })
    .execute();
};

const saveChange = async (db: Database, originals: Originals, change: Change): Promise<void> => {
  const { key, type, parts, record, block, txId } = change;
  if (record === undefined) {
    await db.deleteFrom('records').where('key', '=', key).execute();
    if (hasNamedReaders(type)) await saveReaders(db, key, []);
    return;
  }
  const origin = { block, tx_id: txId };
  const row = { type, value: record.text, hash: record.hash, cmd: String(record.value['by']), ...origin };
  await db
    .insertInto('records')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
  if (hasNamedReaders(type)) await saveReaders(db, key, await allReadersOf(db, type, record.value));
  await PROJECTORS[type]({ db, originals, origin, parts, value: record.value });
};

const allReadersOf = async (
  db: Database,
  type: Change['type'],
  value: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> => {
  const shipmentKey = shipmentKeyOf(type, value);
  const own = await readersOf(db, type, value);
  if (shipmentKey === undefined) return [...new Set(own)];
  const ofShipment = await db
    .selectFrom('record_readers')
    .select('enterprise')
    .where('key', '=', shipmentKey)
    .execute();
  return [...new Set([...own, ...ofShipment.map(({ enterprise }) => enterprise)])];
};

const saveReaders = async (db: Database, key: string, enterprises: readonly string[]): Promise<void> => {
  await db.deleteFrom('record_readers').where('key', '=', key).execute();
  if (enterprises.length === 0) return;
  await db
    .insertInto('record_readers')
    .values(enterprises.map((enterprise) => ({ key, enterprise })))
    .execute();
};

/**
 * Applies a block once: one that lies before the checkpoint changes nothing.
 * @param originals the vault that rows of captured documents are made from
 * @throws when a block is missing
 */
export const applyBlock = (
  db: Database,
  block: LedgerBlock,
  originals: Originals,
): Promise<BlockChanges | undefined> =>
  db.transaction().execute(async (transaction) => {
    const number = Number(block.number);
    const { next_block: next } = await transaction
      .selectFrom('checkpoint')
      .select('next_block')
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (number < next) return undefined;
    if (number > next) throw new Error(`block ${String(next)} is missing before ${String(number)}`);
    const all: Change[] = [];
    await saveBlock(transaction, block);
    for (const tx of block.transactions) {
      const changes = changesOf(tx, number);
      await saveTransaction(transaction, tx, number, changes);
      for (const change of changes) await saveChange(transaction, originals, change);
      await saveReadings(transaction, tx, changes);
      all.push(...changes);
    }
    await transaction
      .updateTable('checkpoint')
      .set({ next_block: number + 1 })
      .execute();
    return { number, changes: all };
  });
