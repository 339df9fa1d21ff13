/** Watches how the ledger of a network grows, from outside of the gateway under test. */
import { setTimeout as delay } from 'node:timers/promises';
import { greatestHeight, type NetworkPlan } from '@yaosu/network/native';

const POLL_MS = 100;

/** A watch that goes on until it is ended. */
export class Watch {
  #grownAt = performance.now();
  #longestPauseMs = 0;
  #isOver = false;
  readonly #watching: Promise<void>;

  private constructor(
    private readonly topology: NetworkPlan['topology'],
    private height: number,
  ) {
    this.#watching = this.#watch();
  }

  /** Begins to watch. @throws when no peer tells its height */
  static async start(topology: NetworkPlan['topology']): Promise<Watch> {
    const height = await greatestHeight(topology);
    if (height === undefined) throw new Error('no peer tells its height');
    return new Watch(topology, height);
  }

  /** Settles when the ledger has so many blocks more. @throws after the deadline */
  async grown(blocks: number, deadlineMs: number): Promise<void> {
    const [wanted, deadline] = [this.height + blocks, performance.now() + deadlineMs];
    while (this.height < wanted) {
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
    this.#longestPauseMs = Math.max(this.#longestPauseMs, performance.now() - this.#grownAt);
    if (height <= this.height) return;
    this.height = height;
    this.#grownAt = performance.now();
  }
}
