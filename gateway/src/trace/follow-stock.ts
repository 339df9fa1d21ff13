import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { Database } from '../db/open-database.js';
import type { BlockChanges } from '../projection/apply-block.js';
import type { Projection } from '../projection/projection.js';
import type { BatchNumbers } from './batch-numbers.js';
import { HolderTotals } from './holder-totals.js';

interface Stock {
  readonly batch: string;
  readonly holder: string;
  readonly unit: string;
  readonly millionths: bigint;
}

/** Unspent parcels, each counted once, however often it is told. */
class LiveStock {
  readonly #live = new Map<string, Stock>();

  constructor(
    readonly totals: HolderTotals,
    readonly batches: BatchNumbers,
  ) {}

  made(parcel: string, stock: Stock): void {
    if (this.#live.has(parcel)) return;
    this.#live.set(parcel, stock);
    this.totals.add(this.batches.of(stock.batch), stock.holder, stock.unit, stock.millionths);
  }

  spent(parcel: string): void {
    const stock = this.#live.get(parcel);
    if (stock === undefined) return;
    this.#live.delete(parcel);
    this.totals.add(this.batches.of(stock.batch), stock.holder, stock.unit, -stock.millionths);
  }

  follow({ changes }: BlockChanges): void {
    for (const { type, record } of changes) {
      if (type !== 'parcel' || record === undefined) continue;
      const { parcel, batch, holder, unit, quantity, spentBy } = record.value as unknown as ParcelRecord;
      if (spentBy === null) this.made(parcel, { batch, holder, unit, millionths: toMillionths(quantity) });
      else this.spent(parcel);
    }
  }
}

/** Stock of the read model by batch and holder, kept up with every block. */
export const followStock = async (
  db: Database,
  projection: Projection,
  batches: BatchNumbers,
): Promise<HolderTotals> => {
  const totals = new HolderTotals();
  const stock = new LiveStock(totals, batches);
  // Blocks that come while the table is read are newer than its rows.
  const waiting: BlockChanges[] = [];
  let take = (block: BlockChanges): void => void waiting.push(block);
  projection.listen((block) => take(block));
  const rows = await db
    .selectFrom('parcels')
    .select(['parcel', 'batch', 'holder', 'unit', 'quantity'])
    .where('is_spent', '=', false)
    .execute();
  for (const { parcel, quantity, ...row } of rows)
    stock.made(parcel, { ...row, millionths: BigInt(quantity) });
  for (const block of waiting) stock.follow(block);
  take = (block) => stock.follow(block);
  return totals;
};
