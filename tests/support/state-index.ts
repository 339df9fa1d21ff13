/** Present state of a ledger, read from its blocks as a projection does. */
import type { Wanted } from '@yaosu/chaincode/model/stock/wanted';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import type { Ledger, LedgerBlock } from '@yaosu/network';
import { writtenKey } from './written-key.js';

interface BlockSource extends Pick<Ledger, 'height'> {
  block(number: bigint): Promise<LedgerBlock>;
}

/** Keys as commands write them (`batch~B`) and their values. */
export class StateIndex {
  readonly #source: BlockSource;
  readonly #values = new Map<string, Uint8Array>();
  /** Parsed once: a test asks for all parcels again and again. */
  readonly #records = new Map<string, Record<string, unknown>>();
  #next = 0n;
  #reading: Promise<void> = Promise.resolve();

  constructor(source: BlockSource) {
    this.#source = source;
  }

  /** SHA-256 of a key's value, null when absent. */
  async hashOf(key: string): Promise<string | null> {
    await this.#catchUp();
    const value = this.#values.get(key);
    return value === undefined ? null : sha256Hex(value);
  }

  /** A record's value, undefined when absent. */
  async record(key: string): Promise<Record<string, unknown> | undefined> {
    await this.#catchUp();
    return this.#parse(key);
  }

  /** Keys that begin so, with their values. */
  async records(prefix: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
    await this.#catchUp();
    const keys = [...this.#values.keys()].filter((key) => key.startsWith(prefix));
    return new Map(keys.map((key) => [key, this.#parse(key) ?? {}]));
  }

  /** Unspent parcels that fit, as a gateway proposes them. */
  async picks(wanted: readonly Wanted[]): Promise<string[]> {
    const parcels = [...(await this.records('parcel~')).values()] as unknown as ParcelRecord[];
    const fits = (parcel: ParcelRecord, want: Wanted): boolean =>
      parcel.spentBy === null &&
      parcel.batch === want.batch &&
      parcel.holder === want.holder &&
      (want.site === undefined || want.site === parcel.site) &&
      want.statuses.includes(parcel.status) &&
      parcel.shipment === (want.shipment ?? null) &&
      (want.container === undefined || parcel.container === want.container);
    return wanted.flatMap((want) =>
      parcels.filter((parcel) => fits(parcel, want)).map(({ parcel }) => parcel),
    );
  }

  #parse(key: string): Record<string, unknown> | undefined {
    const known = this.#records.get(key);
    const value = this.#values.get(key);
    if (known !== undefined || value === undefined) return known;
    const record = JSON.parse(Buffer.from(value).toString('utf8')) as Record<string, unknown>;
    this.#records.set(key, record);
    return record;
  }

  /** One after another: two readers at once would apply a block twice. */
  #catchUp(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readOn());
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    for (const height = await this.#source.height(); this.#next < height; this.#next += 1n) {
      const { transactions } = await this.#source.block(this.#next);
      for (const { code, writes } of transactions) {
        if (code !== 0) continue;
        for (const { key, value } of writes) this.#apply(key, value);
      }
    }
  }

  #apply(composite: string, value: Uint8Array | undefined): void {
    const key = writtenKey(composite);
    this.#records.delete(key);
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
  }
}
