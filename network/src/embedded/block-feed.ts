import { decodeBlock } from '../blocks/decode-block.js';
import type { LedgerBlock } from '../ledger.js';
import { blockKey } from './store/keys.js';
import type { Store } from './store/store.js';

/** Blocks for readers who come back for more. */
export class BlockFeed {
  readonly #sleepers = new Set<() => void>();
  #isOver = false;
  #failure: Error | undefined;

  constructor(
    readonly store: Store,
    readonly height: () => number,
  ) {}

  /** Bytes of a block. @throws RangeError when there is no such block yet. */
  bytes(number: bigint): Uint8Array {
    const bytes = number < BigInt(this.height()) ? this.store.get(blockKey(Number(number))) : undefined;
    if (bytes === undefined) throw new RangeError(`There is no block ${String(number)}`);
    return bytes;
  }

  /** Every block from `from` on until the signal aborts or the ledger is closed. @throws when the ledger has failed. */
  async *read(from: bigint, signal: AbortSignal): AsyncGenerator<LedgerBlock, void, void> {
    for (let next = from; !this.#isOver && !signal.aborted;) {
      if (next < BigInt(this.height())) {
        yield decodeBlock(this.bytes(next));
        next += 1n;
      } else {
        await this.#change(signal);
      }
    }
    if (this.#failure && !signal.aborted) throw this.#failure;
  }

  /** A block was added. */
  wake(): void {
    for (const awake of this.#sleepers) awake();
  }

  /** No block will be added any more. */
  end(failure?: Error): void {
    this.#isOver = true;
    this.#failure ??= failure;
    this.wake();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const awake = () => {
        this.#sleepers.delete(awake);
        signal.removeEventListener('abort', awake);
        resolve();
      };
      this.#sleepers.add(awake);
      signal.addEventListener('abort', awake);
    });
  }
}
