/** Present state of a ledger, read from its blocks as a projection does. */
import type { Wanted } from '@yaosu/chaincode/model/stock/wanted';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import type { Ledger, LedgerBlock } from '@yaosu/network';
import { writtenKey } from './written-key.js';

interface BlockSource extends Pick<Ledger, 'height'> {
  block(number: bigint): Promise<LedgerBlock>;
}

const typeOf = (key: string): string => key.slice(0, key.indexOf('~'));

const ofKey = <V>(maps: Map<string, Map<string, V>>, key: string): Map<string, V> => {
  const found = maps.get(key) ?? new Map<string, V>();
  maps.set(key, found);
  return found;
};

/** Keys as commands write them (`batch~B`) and their values. */
export class StateIndex {
  readonly #source: BlockSource;
  /** Type of record, as `batch` → key → value. */
  readonly #values = new Map<string, Map<string, Uint8Array>>();
  /** Batch → key → parcel: what may be picked, of a ledger with thousands of parcels. */
  readonly #unspent = new Map<string, Map<string, ParcelRecord>>();
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
    const value = this.#valueOf(key);
    return value === undefined ? null : sha256Hex(value);
  }

  /** A record's value, undefined when absent. */
  async record(key: string): Promise<Record<string, unknown> | undefined> {
    await this.#catchUp();
    return this.#parse(key);
  }

  /** Keys that begin so, with their values; the prefix holds the whole type, as `batch~`. */
  async records(prefix: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
    await this.#catchUp();
    const ofType = this.#values.get(typeOf(prefix)) ?? new Map<string, Uint8Array>();
    const keys = [...ofType.keys()].filter((key) => key.startsWith(prefix));
    return new Map(keys.map((key) => [key, this.#parse(key) ?? {}]));
  }

  /** Unspent parcels that fit, as a gateway proposes them. */
  async picks(wanted: readonly Wanted[]): Promise<string[]> {
    await this.#catchUp();
    const fits = (parcel: ParcelRecord, want: Wanted): boolean =>
      parcel.holder === want.holder &&
      (want.site === undefined || want.site === parcel.site) &&
      want.statuses.includes(parcel.status) &&
      parcel.shipment === (want.shipment ?? null) &&
      (want.container === undefined || parcel.container === want.container);
    return wanted.flatMap((want) =>
      [...(this.#unspent.get(want.batch)?.values() ?? [])]
        .filter((parcel) => fits(parcel, want))
        .map(({ parcel }) => parcel),
    );
  }

  #valueOf(key: string): Uint8Array | undefined {
    return this.#values.get(typeOf(key))?.get(key);
  }

  #parse(key: string): Record<string, unknown> | undefined {
    const known = this.#records.get(key);
    const value = this.#valueOf(key);
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
    const ofType = ofKey(this.#values, typeOf(key));
    if (value === undefined) ofType.delete(key);
    else ofType.set(key, value);
    if (typeOf(key) === 'parcel') this.#note(key);
  }

  #note(key: string): void {
    const parcel = this.#parse(key) as ParcelRecord | undefined;
    if (parcel === undefined) return;
    const ofBatch = ofKey(this.#unspent, parcel.batch);
    if (parcel.spentBy === null) ofBatch.set(key, parcel);
    else ofBatch.delete(key);
  }
}
