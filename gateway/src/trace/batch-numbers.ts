/** Batches as small numbers, so that what is known of them fits into arrays. */
export class BatchNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** How many batches have a number. */
  get size(): number {
    return this.#names.length;
  }

  /** The batch's number, a new one when it has none. */
  of(batch: string): number {
    const known = this.#numbers.get(batch);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(batch, number);
    this.#names.push(batch);
    return number;
  }

  /** The batch's number if it has one. */
  find(batch: string): number | undefined {
    return this.#numbers.get(batch);
  }

  /** The batch of a number. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }
}
