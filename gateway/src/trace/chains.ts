/** Lists of numbers, one a node, chained through typed arrays that grow. */

const FIRST_CAPACITY = 1024;
const NONE = -1;

type Numbers = Int32Array<ArrayBuffer>;

const grown = (array: Numbers): Numbers => {
  const larger = new Int32Array(array.length * 2).fill(NONE);
  larger.set(array);
  return larger;
};

/** Node → its entries, the newest first; an entry's number also names its place in arrays beside these. */
export class Chains {
  #first = new Int32Array(FIRST_CAPACITY).fill(NONE);
  /** Value and next entry of each entry, side by side: a walk that leaps through memory fetches both at once. */
  #links = new Int32Array(FIRST_CAPACITY * 2).fill(NONE);
  #entries = 0;

  /** Adds an entry to a node's list. @returns its number */
  add(node: number, value: number): number {
    while (node >= this.#first.length) this.#first = grown(this.#first);
    const entry = this.#entries;
    if (entry * 2 >= this.#links.length) this.#links = grown(this.#links);
    this.#links[entry * 2] = value;
    this.#links[entry * 2 + 1] = this.#first[node] ?? NONE;
    this.#first[node] = entry;
    this.#entries += 1;
    return entry;
  }

  /** Visits a node's list. */
  each(node: number, visit: (value: number, entry: number) => void): void {
    let entry = this.#first[node] ?? NONE;
    while (entry !== NONE) {
      visit(this.#links[entry * 2] ?? NONE, entry);
      entry = this.#links[entry * 2 + 1] ?? NONE;
    }
  }
}
