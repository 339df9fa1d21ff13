/** Stock as events name it: containers as identifiers, what is loose as quantities of lots. */
import { fromMillionths, toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { batchName, codeName } from './names.js';

/** Pieces are counted and have no unit of measure in events (EPCIS 2.0, section 7.3.3.3). */
export const PIECE = 'H87';

/** An amount of a lot. */
export interface Amount {
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
}

interface Quantity {
  readonly epcClass: string;
  readonly quantity: number;
  readonly uom?: string;
}

const sums = (amounts: readonly Amount[]): readonly Amount[] => {
  const found = new Map<string, Amount>();
  for (const each of amounts) {
    const key = `${each.batch} ${each.unit}`;
    const before = toMillionths(found.get(key)?.quantity ?? '0');
    found.set(key, { ...each, quantity: fromMillionths(before + toMillionths(each.quantity)) });
  }
  return [...found.values()];
};

/** Quantities of lots, each lot once. */
export const quantitiesOf = (amounts: readonly Amount[]): readonly Quantity[] =>
  sums(amounts).map(({ batch, quantity, unit }) => ({
    epcClass: batchName(batch),
    quantity: Number(quantity),
    ...(unit === PIECE ? {} : { uom: unit }),
  }));

/** What stock is, as an event of objects says it. */
export const whatOf = (
  stock: readonly ParcelRecord[],
): { readonly epcList?: readonly string[]; readonly quantityList?: readonly Quantity[] } => {
  const containers = new Set(stock.flatMap(({ container }) => (container === null ? [] : [container])));
  const loose = stock.filter(({ container }) => container === null);
  return {
    ...(containers.size === 0 ? {} : { epcList: [...containers].map(codeName) }),
    ...(loose.length === 0 ? {} : { quantityList: quantitiesOf(loose) }),
  };
};

/** Lots of stock, each once. */
export const batchesOf = (amounts: readonly { readonly batch: string }[]): readonly string[] => [
  ...new Set(amounts.map(({ batch }) => batch)),
];
