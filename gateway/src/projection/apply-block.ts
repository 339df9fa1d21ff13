/** One block into the read model: rows and checkpoint in one transaction. */
import type { LedgerBlock, LedgerTransaction } from '@yaosu/network';
import { sql, type RawBuilder } from 'kysely';
import { hasNamedReaders, loadKeyOf, readersOf } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';
import { raiseAlerts } from '../alerts/raise-alerts.js';
import { BILLS_OF_ACTS } from '../bills/bills-of-acts.js';
import { saveBills, type PlacedAct } from '../bills/save-bills.js';
import { EVENTS_OF_ACTS } from '../epcis/own-acts/events-of-acts.js';
import type { WrittenAct } from '../epcis/own-acts/written-act.js';
import { BlockRows } from './block-rows.js';
import { loadView } from './block-view.js';
import { changesOf, describeTransaction, type Change } from './changes.js';
import { assertFollows, meetAgain } from './known-blocks.js';
import type { Originals, Projected } from './projector.js';
import { saveOwnEvents } from './own-events.js';
import { PROJECTORS } from './projectors.js';
import { saveReadings } from './readings.js';
import { writtenActOf } from './written-act-of.js';

/** What a projected block changed. */
export interface BlockChanges {
  readonly number: number;
  readonly headerHash: string;
  /** Data of its leaf in the log of blocks, hex. */
  readonly leaf: string;
  readonly changes: readonly Change[];
}

/** What all records of a block are projected with. */
type Work = Pick<Projected, 'db' | 'rows' | 'view' | 'originals' | 'seen'>;

const saveBlock = (rows: BlockRows, block: LedgerBlock): void => {
  const { transactions } = block;
  rows.put('blocks', {
    number: Number(block.number),
    header_hash: block.headerHash,
    previous_hash: block.previousHash,
    data_hash: block.dataHash,
    transactions: transactions.length,
    valid: transactions.filter((transaction) => transaction.code === 0).length,
    leaf: block.leaf,
    provisional: block.provisional === true,
  });
};

const saveTransaction = (
  rows: BlockRows,
  transaction: LedgerTransaction,
  block: number,
  changes: readonly Change[],
): void => {
  rows.put('transactions', {
    ...describeTransaction(transaction),
    block,
    tx_id: transaction.txId,
    index: transaction.index,
    code: transaction.code,
    creator_msp: transaction.creatorMsp,
    timestamp: transaction.timestamp,
    endorsers: [...transaction.endorsers],
    keys: changes.map((change) => change.key),
  });
};

const saveChange = async (work: Work, change: Change): Promise<void> => {
  const { rows, view } = work;
  const { key, type, parts, record, block, txId } = change;
  if (record === undefined) {
    rows.remove('records', { key });
    if (hasNamedReaders(type)) view.readers.replace(key, []);
    return;
  }
  const { hash, value } = record;
  const origin = { block, tx_id: txId };
  rows.put('records', { key, type, value, hash, cmd: String(value['by']), ...origin });
  if (hasNamedReaders(type)) view.readers.replace(key, allReadersOf(work, type, value));
  await PROJECTORS[type]({ ...work, origin, parts, value });
};

const allReadersOf = (
  { view: { sites, readers } }: Work,
  type: Change['type'],
  value: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const loadKey = loadKeyOf(type, value);
  const ofLoad = loadKey === undefined ? [] : readers.of(loadKey);
  return [...new Set([...readersOf(sites.areasOf, type, value), ...ofLoad])];
};

/** All rows and the checkpoint in one statement: what a statement costs by itself is most of what a block costs. */
const writeBlock = async (
  db: Database,
  number: number,
  statements: readonly RawBuilder<unknown>[],
): Promise<void> => {
  const parts = statements.map((statement, i) => sql`${sql.id(`part${String(i)}`)} as (${statement})`);
  await sql`with ${sql.join(parts)} update checkpoint set next_block = ${number + 1}`.execute(db);
};

interface Taken {
  readonly transaction: LedgerTransaction;
  readonly changes: readonly Change[];
  /** What it did, where an event or a bill is made of that. */
  readonly act: WrittenAct | undefined;
}

const takenOf = (transaction: LedgerTransaction, block: number): Taken => {
  const changes = changesOf(transaction, block);
  const isTold = [EVENTS_OF_ACTS, BILLS_OF_ACTS].some((told) => Object.hasOwn(told, transaction.fn));
  return { transaction, changes, act: isTold ? writtenActOf(transaction, block, changes) : undefined };
};

/** An act that may be a bill. */
const placedAct = ({ transaction: { fn, index: position }, act }: Taken): readonly PlacedAct[] =>
  act === undefined || !Object.hasOwn(BILLS_OF_ACTS, fn) ? [] : [{ act, position }];

const saveAll = async (
  db: Database,
  block: LedgerBlock,
  originals: Originals,
): Promise<readonly Change[]> => {
  const number = Number(block.number);
  const all = block.transactions.map((transaction) => takenOf(transaction, number));
  const changes = all.flatMap((each) => each.changes);
  const rows = new BlockRows();
  const work = { db, rows, originals, seen: new Set<string>(), view: await loadView(db, changes) };
  saveBlock(rows, block);
  for (const each of all) {
    saveTransaction(rows, each.transaction, number, each.changes);
    for (const change of each.changes) await saveChange(work, change);
    saveReadings(rows, each.transaction, each.changes);
    saveOwnEvents(work, each.transaction, each.act);
  }
  await writeBlock(db, number, [...rows.statements(), ...work.view.readers.statements()]);
  await raiseAlerts(db, number, [...work.seen]);
  await saveBills(db, number, all.flatMap(placedAct));
  return changes;
};

/** The next block to project, and the header of the last one. */
const placeOf = (
  db: Database,
): Promise<{ readonly next_block: number; readonly last_header: string | null }> =>
  db
    .selectFrom('checkpoint')
    .select((eb) => [
      'next_block',
      eb
        .selectFrom('blocks')
        .select('header_hash')
        .where('number', '=', sql<number>`checkpoint.next_block - 1`)
        .as('last_header'),
    ])
    .forUpdate()
    .executeTakeFirstOrThrow();

/**
 * Applies a block once: one that lies before the checkpoint changes nothing but whether it is provisional still.
 * @param originals the vault that rows of captured documents are made from
 * @throws ForkError when it contradicts what is here; another error when a block is missing
 */
export const applyBlock = (
  db: Database,
  block: LedgerBlock,
  originals: Originals,
): Promise<BlockChanges | undefined> =>
  db.transaction().execute(async (transaction) => {
    const number = Number(block.number);
    const { next_block: next, last_header: lastHeader } = await placeOf(transaction);
    if (number < next) return meetAgain(transaction, block).then(() => undefined);
    if (number > next) throw new Error(`block ${String(next)} is missing before ${String(number)}`);
    assertFollows(block, lastHeader);
    const { headerHash, leaf } = block;
    return { number, headerHash, leaf, changes: await saveAll(transaction, block, originals) };
  });
