/** What was opened is closed in reverse order, once, also when opening stopped half way. */
export class Closing {
  readonly #steps: (() => Promise<unknown>)[] = [];
  #closed: Promise<void> | undefined;

  /** Notes how to close what has just been opened. */
  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** Closes everything; the first error is thrown when all the rest is closed. */
  run(): Promise<void> {
    this.#closed ??= this.#runOnce();
    return this.#closed;
  }

  async #runOnce(): Promise<void> {
    const errors: unknown[] = [];
    for (const step of this.#steps.reverse()) await step().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  }
}
