/** What was counted against what is on board, in millionths. */
import { toMillionths } from '../../model/kernel/quantity.js';
import type { Counted } from '../../model/shipment/counted.js';

/** Goods of one batch. */
export interface OfBatch {
  readonly batch: string;
  /** Decimal. */
  readonly quantity: string;
}

const byBatch = (goods: readonly OfBatch[]): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { batch, quantity } of goods) sums.set(batch, (sums.get(batch) ?? 0n) + toMillionths(quantity));
  return sums;
};

/** Whether two lists say the same of every batch. */
export const sameGoods = (a: readonly OfBatch[], b: readonly OfBatch[]): boolean => {
  const [left, right] = [byBatch(a), byBatch(b)];
  return [...new Set([...left.keys(), ...right.keys()])].every(
    (batch) => (left.get(batch) ?? 0n) === (right.get(batch) ?? 0n),
  );
};

/** A parcel of which so much arrived, in millionths; the rest is missing. */
export interface Arrived<P> {
  readonly parcel: P;
  readonly arrived: bigint;
  readonly missing: bigint;
}

/** Shares the counted quantities out over the parcels on board, in their order; more than was on board counts for none. */
export const shareOut = <P extends OfBatch>(
  parcels: readonly P[],
  counted: Counted,
): readonly Arrived<P>[] => {
  const left = new Map(byBatch(counted));
  return parcels.map((parcel) => {
    const loaded = toMillionths(parcel.quantity);
    const available = left.get(parcel.batch) ?? 0n;
    const arrived = available < loaded ? available : loaded;
    left.set(parcel.batch, available - arrived);
    return { parcel, arrived, missing: loaded - arrived };
  });
};
