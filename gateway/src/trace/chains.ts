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
  #value = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #next = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #entries = 0;

  /** Adds an entry to a node's list. @returns its number */
  add(node: number, value: number): number {
    while (node >= this.#first.length) this.#first = grown(this.#first);
    if (this.#entries >= this.#value.length) {
      this.#value = grown(this.#value);
      this.#next = grown(this.#next);
    }
    const entry = this.#entries;
    this.#value[entry] = value;
    this.#next[entry] = this.#first[node] ?? NONE;
    this.#first[node] = entry;
    this.#entries += 1;
    return entry;
  }

  /** Visits a node's list. */
  each(node: number, visit: (value: number, entry: number) => void): void {
    for (let entry = this.#first[node] ?? NONE; entry !== NONE; entry = this.#next[entry] ?? NONE) {
      visit(this.#value[entry] ?? NONE, entry);
    }
  }
}
