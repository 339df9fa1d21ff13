/** One stream of blocks, told block by block: the next one is asked for when the last was used. */
import type { LedgerBlock } from '../../ledger.js';

/** What a pump tells. */
export type Pumped =
  | { readonly kind: 'block'; readonly from: BlockPump; readonly block: LedgerBlock }
  | { readonly kind: 'ended'; readonly from: BlockPump; readonly failure: unknown };

/** A stream that runs until it is closed, ends or fails. */
export class BlockPump {
  readonly #stop = new AbortController();
  readonly #iterator: AsyncIterator<LedgerBlock>;
  readonly #tell: (pumped: Pumped) => void;

  constructor(open: (signal: AbortSignal) => AsyncIterable<LedgerBlock>, tell: (pumped: Pumped) => void) {
    this.#iterator = open(this.#stop.signal)[Symbol.asyncIterator]();
    this.#tell = tell;
    this.pull();
  }

  /** Asks for one more block. */
  pull(): void {
    const ended = (failure: unknown): void => this.#tell({ kind: 'ended', from: this, failure });
    this.#iterator.next().then(({ done, value }) => {
      if (done === true) ended(new Error('the stream of blocks has ended'));
      else this.#tell({ kind: 'block', from: this, block: value });
    }, ended);
  }

  /** Lets the stream go. */
  close(): void {
    this.#stop.abort();
    // One that waits to be asked for more does not see the signal.
    void this.#iterator.return?.().catch(() => undefined);
  }
}
