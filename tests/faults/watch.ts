/** Watches how the ledger of a network grows, from outside of the gateway under test. */
import { setTimeout as delay } from 'node:timers/promises';
import { greatestHeight, type NetworkPlan } from '@yaosu/network/native';

const POLL_MS = 100;

/** A watch that goes on until it is ended. */
export class Watch {
  #height = 0;
  #grownAt = performance.now();
  #longestPauseMs = 0;
  #isOver = false;
  readonly #watching: Promise<void>;

  constructor(private readonly topology: NetworkPlan['topology']) {
    this.#watching = this.#watch();
  }

  /** Settles when the ledger has so many blocks more. @throws after the deadline */
  async grown(blocks: number, deadlineMs: number): Promise<void> {
    const [wanted, deadline] = [this.#height + blocks, performance.now() + deadlineMs];
    while (this.#height < wanted) {
      if (performance.now() > deadline)
        throw new Error(`the ledger has not grown by ${String(blocks)} blocks in ${String(deadlineMs)} ms`);
      await delay(POLL_MS);
    }
  }

  /** Ends it. @returns the longest time in which the ledger did not grow, in milliseconds */
  async end(): Promise<number> {
    this.#isOver = true;
    await this.#watching;
    return this.#longestPauseMs;
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      this.#note((await greatestHeight(this.topology)) ?? 0);
      await delay(POLL_MS);
    }
  }

  /** While nobody tells a height, or a lower one, the ledger has not grown. */
  #note(height: number): void {
    const isFirst = this.#height === 0;
    if (!isFirst) this.#longestPauseMs = Math.max(this.#longestPauseMs, performance.now() - this.#grownAt);
    if (height <= this.#height) return;
    this.#height = height;
    this.#grownAt = performance.now();
  }
}
