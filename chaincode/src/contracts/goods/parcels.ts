/** Spending and making parcels: what goes in comes out, exactly, in every transaction. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { fromMillionths, toMillionths } from '../../model/kernel/quantity.js';
import { partsOfParcel } from '../../model/stock/parcel-ref.js';
import { parcelRecord, type ParcelRecord } from '../../model/stock/schemas.js';
import type { Wanted } from '../../model/stock/wanted.js';
import type { ActTransaction } from '../act-transaction.js';
import { policyOf } from './hosts.js';

/** A parcel about to be made; what follows from the transaction is added. */
export type NewParcel = Omit<ParcelRecord, 'v' | 'by' | 'parcel' | 'spentBy'>;

/** Parcels of one transaction. */
export class Parcels {
  readonly #tx: ActTransaction;
  readonly #taken = new Set<string>();
  #made = 0;

  constructor(tx: ActTransaction) {
    this.#tx = tx;
  }

  /** A parcel by its name, unspent. @throws PICKS_STALE */
  async load(ref: string): Promise<ParcelRecord> {
    const parcel = await this.#tx.state.get(parcelRecord, 'parcel', ...partsOfParcel(ref));
    if (parcel === undefined || parcel.spentBy !== null || this.#taken.has(ref)) {
      throw new YaosuError('PICKS_STALE', { parcel: ref });
    }
    return parcel;
  }

  /**
   * Spends picked parcels of exactly the wanted quantity; what is left of the last one becomes a parcel again.
   * @returns the spent parcels, the last one with the part of its quantity that was wanted
   * @throws UNIT_MISMATCH, PARCELS_INSUFFICIENT, PICKS_STALE
   */
  async take(wanted: Wanted): Promise<readonly ParcelRecord[]> {
    let missing = toMillionths(wanted.quantity);
    const taken: ParcelRecord[] = [];
    for (const ref of this.#tx.picks) {
      if (missing === 0n) break;
      if (this.#taken.has(ref)) continue;
      const parcel = await this.load(ref);
      const part = isWanted(parcel, wanted) ? partOf(parcel, wanted, missing) : 0n;
      if (part === 0n) continue;
      taken.push(await this.#cut(parcel, part));
      missing -= part;
    }
    if (missing > 0n) throw new YaosuError('PARCELS_INSUFFICIENT', { missing: fromMillionths(missing) });
    return taken;
  }

  /** Spends a parcel; what is left of it becomes a parcel again. @returns the part that was cut off */
  async #cut(parcel: ParcelRecord, part: bigint): Promise<ParcelRecord> {
    const rest = toMillionths(parcel.quantity) - part;
    this.spend(parcel);
    if (rest > 0n) await this.make({ ...parcel, quantity: fromMillionths(rest), from: [parcel.parcel] });
    return { ...parcel, quantity: fromMillionths(part) };
  }

  /** Marks a parcel as spent by this command. */
  spend(parcel: ParcelRecord): void {
    this.#taken.add(parcel.parcel);
    const spent = { ...parcel, spentBy: this.#tx.command.cmd };
    this.#tx.state.put('parcel', partsOfParcel(parcel.parcel), spent);
  }

  /**
   * Makes a parcel, with a policy of its own.
   * @param named enterprises beside owner and holder whose hosts may act on it together with the Regulator
   * @returns its name
   */
  async make(parcel: NewParcel, named: readonly (string | null)[] = []): Promise<string> {
    const { txId, state } = this.#tx;
    const ref = `${txId}~${String(this.#made)}`;
    this.#made += 1;
    const policy = await policyOf(this.#tx, parcel.owner, [parcel.holder, ...named]);
    state.putGuarded('parcel', partsOfParcel(ref), { ...parcel, parcel: ref, spentBy: null }, policy);
    return ref;
  }

  /** Spends and makes anew with changes: a change of status, site, holder or container. @returns the new names */
  async renew(
    parcels: readonly ParcelRecord[],
    change: Partial<NewParcel>,
    named: readonly (string | null)[] = [],
  ): Promise<readonly string[]> {
    const refs: string[] = [];
    for (const parcel of parcels) {
      if (!this.#taken.has(parcel.parcel)) this.spend(parcel);
      refs.push(await this.make({ ...parcel, from: [parcel.parcel], ...change }, named));
    }
    return refs;
  }
}

/** A case is not opened by taking from it: too full a container is passed over. */
const isClosed = (parcel: ParcelRecord, wanted: Wanted): boolean =>
  parcel.container !== null && wanted.container === undefined;

/** How much of a parcel is taken: nothing of a closed container that would have to be opened for it. @throws UNIT_MISMATCH */
const partOf = (parcel: ParcelRecord, wanted: Wanted, missing: bigint): bigint => {
  if (parcel.unit !== wanted.unit) throw new YaosuError('UNIT_MISMATCH', { unit: parcel.unit });
  const available = toMillionths(parcel.quantity);
  if (available <= missing) return available;
  return isClosed(parcel, wanted) ? 0n : missing;
};

const isWanted = (parcel: ParcelRecord, wanted: Wanted): boolean =>
  parcel.batch === wanted.batch &&
  parcel.holder === wanted.holder &&
  (wanted.site === undefined || parcel.site === wanted.site) &&
  wanted.statuses.includes(parcel.status) &&
  parcel.shipment === (wanted.shipment ?? null) &&
  (wanted.container === undefined || parcel.container === wanted.container);

/** Key of a parcel as commands write it. */
export const parcelKey = (ref: string): string => keyOf('parcel', ...partsOfParcel(ref));

export { sumOf } from '../../model/kernel/quantity.js';
