/** Durable writes to a LevelDB log, in the order in which they were asked for. */

/** One change of a key. */
export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

/** Writes operations at once or not at all, flushed to disk. */
export type WriteBatch = (operations: readonly Operation[]) => Promise<void>;

interface Waiting {
  readonly operations: readonly Operation[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what is asked for during a write into the next one. Writes that ran side by side could reach the disk in another
 * order: a kill between them would leave a gap in what is numbered.
 */
export class GroupWriter {
  readonly #write: WriteBatch;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failed: { readonly error: unknown } | undefined;

  constructor(write: WriteBatch) {
    this.#write = write;
  }

  /** Resolves when the operations are on disk. @throws what the write threw, and from then on the same for everybody */
  write(operations: readonly Operation[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operations, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#writeGroup(group);
    }
    this.#writing = undefined;
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      // Whether the failed write is on disk is unknown: what came after it would stand after a gap.
      if (this.#failed !== undefined) throw this.#failed.error;
      await this.#write(group.flatMap(({ operations }) => operations));
    } catch (error) {
      this.#failed = { error };
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }
}
