/** Lanes: tasks that share a key run one after the other, in the order in which they came. */
export class Lanes {
  readonly #tails = new Map<string, Promise<void>>();

  /** Runs the task when every earlier task with one of the keys has ended. */
  run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.#tails.get(key) ?? []);
    const result = Promise.all(before).then(task);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) this.#tails.set(key, tail);
    void tail.then(() => this.#forget(keys, tail));
    return result;
  }

  #forget(keys: readonly string[], tail: Promise<void>): void {
    for (const key of keys) if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
