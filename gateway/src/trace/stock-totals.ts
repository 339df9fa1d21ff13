/** Who holds how much of which batch, as of the last block: read when first asked for, then kept up with every block. */
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
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
export class StockTotals {
  readonly #totals = new HolderTotals();
  readonly #live = new Map<string, Stock>();
  /** Blocks that come while the table is read are newer than its rows. */
  readonly #waiting: BlockChanges[] = [];
  #loading: Promise<void> | undefined;
  #isLoaded = false;

  constructor(
    readonly db: Database,
    readonly batches: BatchNumbers,
    projection: Pick<Projection, 'listen'>,
  ) {
    projection.listen((block) => this.#take(block));
  }

  /** The totals; they go on with the ledger. */
  async totals(): Promise<HolderTotals> {
    this.#loading ??= this.#load();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
    return this.#totals;
  }

  async #load(): Promise<void> {
    const rows = await this.db
      .selectFrom('parcels')
      .select(['parcel', 'batch', 'holder', 'unit', 'quantity'])
      .where('is_spent', '=', false)
      .execute();
    for (const { parcel, quantity, ...row } of rows)
      this.#made(parcel, { ...row, millionths: BigInt(quantity) });
    for (const block of this.#waiting.splice(0)) this.#follow(block);
    this.#isLoaded = true;
  }

  #take(block: BlockChanges): void {
    if (this.#isLoaded) this.#follow(block);
    else if (this.#loading !== undefined) this.#waiting.push(block);
  }

  #follow({ changes }: BlockChanges): void {
    for (const { type, record } of changes) {
      if (type !== 'parcel' || record === undefined) continue;
      const { parcel, batch, holder, unit, quantity, spentBy } = record.value as unknown as ParcelRecord;
      if (spentBy === null) this.#made(parcel, { batch, holder, unit, millionths: toMillionths(quantity) });
      else this.#spent(parcel);
    }
  }

  #made(parcel: string, stock: Stock): void {
    if (this.#live.has(parcel)) return;
    this.#live.set(parcel, stock);
    this.#totals.add(this.batches.of(stock.batch), stock.holder, stock.unit, stock.millionths);
  }

  #spent(parcel: string): void {
    const stock = this.#live.get(parcel);
    if (stock === undefined) return;
    this.#live.delete(parcel);
    this.#totals.add(this.batches.of(stock.batch), stock.holder, stock.unit, -stock.millionths);
  }
}
