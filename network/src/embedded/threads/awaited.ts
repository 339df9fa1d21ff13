interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** What has been asked of another thread and not been answered, by number. */
export class Awaited<T> {
  readonly #waiting = new Map<number, Waiting<T>>();
  #failure: Error | undefined;

  get size(): number {
    return this.#waiting.size;
  }

  /** @throws once nothing will be answered any more */
  wait(id: number): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure === undefined) this.#waiting.set(id, { resolve, reject });
      else reject(this.#failure);
    });
  }

  settle(id: number, value: T): void {
    this.#waiting.get(id)?.resolve(value);
    this.#waiting.delete(id);
  }

  /** Nothing will be answered any more. */
  fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
