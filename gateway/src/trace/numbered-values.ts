/** Values that many batches share, each kept once under a small number. */
export class NumberedValues<T> {
  readonly #numbers = new Map<string, number>();
  readonly #values: T[] = [];

  /** @param first the value with number 0 */
  constructor(first: T) {
    this.numberOf(first);
  }

  /** All values; a value's place is its number. */
  get values(): readonly T[] {
    return this.#values;
  }

  /** The value's number, a new one when it has none. */
  numberOf(value: T): number {
    const name = JSON.stringify(value);
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#values.length);
    return this.#values.push(value) - 1;
  }
}
