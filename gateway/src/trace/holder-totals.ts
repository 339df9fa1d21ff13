/** Who holds how much of which batch, in memory: stock as the ledger has it, serials as the ranges that parcels are. */
import { Chains } from './chains.js';

const FIRST_CAPACITY = 1024;
/** Quantities are exact: whole units and millionths are added apart, each far below 2^53. */
const MILLIONTHS = 1_000_000n;

/** Stock of a holder, exact, in millionths of the unit. */
export interface HolderTotal {
  readonly holder: string;
  readonly unit: string;
  readonly millionths: bigint;
}

const doubled = (array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
};

const split = (millionths: bigint): readonly [number, number] => [
  Number(millionths / MILLIONTHS),
  Number(millionths % MILLIONTHS),
];

/** Totals by batch and by holder and unit. */
export class HolderTotals {
  readonly #owners = new Map<string, number>();
  readonly #names: (readonly [string, string])[] = [];
  readonly #entries = new Chains();
  /** Whole units and millionths of each entry, side by side. */
  #amounts = new Float64Array(FIRST_CAPACITY * 2);

  /** Adds stock to a batch at a holder, or takes it away when negative. */
  add(batch: number, holder: string, unit: string, millionths: bigint): void {
    const owner = this.#ownerOf(holder, unit);
    const entry = this.#find(batch, owner) ?? this.#newEntry(batch, owner);
    const [whole, part] = split(millionths);
    this.#amounts[entry * 2] = (this.#amounts[entry * 2] ?? 0) + whole;
    this.#amounts[entry * 2 + 1] = (this.#amounts[entry * 2 + 1] ?? 0) + part;
  }

  /**
   * Totals over batches, the largest holder first, holders without stock left out.
   * @param onlyOf whose stock of a batch counts; everybody's when it says undefined
   */
  sum(batches: readonly number[], onlyOf?: (batch: number) => string | undefined): readonly HolderTotal[] {
    const wholes = new Float64Array(this.#names.length);
    const parts = new Float64Array(this.#names.length);
    for (const batch of batches) {
      const only = onlyOf?.(batch);
      this.#entries.each(batch, (owner, entry) => {
        if (only !== undefined && this.#names[owner]?.[0] !== only) return;
        wholes[owner] = (wholes[owner] ?? 0) + (this.#amounts[entry * 2] ?? 0);
        parts[owner] = (parts[owner] ?? 0) + (this.#amounts[entry * 2 + 1] ?? 0);
      });
    }
    const owners = this.#names
      .map((_, owner) => owner)
      .filter((owner) => wholes[owner] !== 0 || parts[owner] !== 0);
    owners.sort((a, b) => (wholes[b] ?? 0) - (wholes[a] ?? 0) || (parts[b] ?? 0) - (parts[a] ?? 0) || a - b);
    return owners.flatMap((owner) => {
      const [holder = '', unit = ''] = this.#names[owner] ?? [];
      const millionths = BigInt(wholes[owner] ?? 0) * MILLIONTHS + BigInt(parts[owner] ?? 0);
      return millionths === 0n ? [] : [{ holder, unit, millionths }];
    });
  }

  #ownerOf(holder: string, unit: string): number {
    const name = `${holder}\n${unit}`;
    const known = this.#owners.get(name);
    if (known !== undefined) return known;
    const owner = this.#names.length;
    this.#owners.set(name, owner);
    this.#names.push([holder, unit]);
    return owner;
  }

  #find(batch: number, owner: number): number | undefined {
    let found: number | undefined;
    this.#entries.each(batch, (each, entry) => {
      if (each === owner) found = entry;
    });
    return found;
  }

  #newEntry(batch: number, owner: number): number {
    const entry = this.#entries.add(batch, owner);
    if (entry * 2 >= this.#amounts.length) this.#amounts = doubled(this.#amounts);
    return entry;
  }
}
