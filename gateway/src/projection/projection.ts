/** Follows the ledger and keeps the read model; tells who waits and who listens. */
import type { Ledger, LedgerBlock } from '@yaosu/network';
import type { Logger } from 'pino';
import type { Database } from '../db/open-database.js';
import { pause, type Ports } from '../ports.js';
import { applyBlock, type BlockChanges } from './apply-block.js';
import { loadCheckpoint } from './checkpoint.js';
import { ForkError, type Fork } from './fork.js';
import { firstProvisional } from './known-blocks.js';
import type { Originals } from './projector.js';

/** What the projection works with. */
export interface ProjectionParts {
  readonly ledger: Ledger;
  readonly db: Database;
  readonly originals: Originals;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Is told of every projected block. */
export type Listener = (changes: BlockChanges) => void;

interface Waiter {
  readonly block: number;
  resolve(): void;
}

const RETRY_MS = 1000;

/** The read model's keeper. */
export class Projection {
  readonly #parts: ProjectionParts;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<Listener>();
  #waiters: Waiter[] = [];
  #next = 0;
  #following: Promise<void> = Promise.resolve();
  #isHealthy = true;
  /** The first block that the own peer has not given yet. */
  #provisionalFrom: number | undefined;
  #fork: Fork | undefined;

  constructor(parts: ProjectionParts) {
    this.#parts = parts;
  }

  /** Number of the last projected block, -1 when there is none. */
  get asOfBlock(): number {
    return this.#next - 1;
  }

  /** Number of blocks from the first on that the own organisation's peer has given. */
  get firmBlocks(): number {
    return this.#provisionalFrom ?? this.#next;
  }

  /** What a read says of its time: the last block, and whether it rests on another organisation's word. */
  get asOf(): { readonly asOfBlock: number; readonly provisional?: true } {
    return {
      asOfBlock: this.asOfBlock,
      ...(this.#provisionalFrom === undefined ? {} : { provisional: true }),
    };
  }

  /** Where a peer has contradicted what is here; the read model stands still then. */
  get fork(): Fork | undefined {
    return this.#fork;
  }

  /** Whether the ledger could be read and its last block projected. */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Starts to follow the ledger and settles when the read model has what the ledger had, or cannot have it. */
  async start(): Promise<void> {
    const { ledger, db } = this.#parts;
    const height = await ledger.height();
    this.#next = await loadCheckpoint(db, ledger.channelGenesis, height);
    this.#provisionalFrom = await firstProvisional(db);
    this.#following = this.#follow();
    // Following ends by itself only at a fork.
    await Promise.race([this.reached(Number(height) - 1), this.#following]);
  }

  /** Settles when a block is in the read model. */
  reached(block: number): Promise<void> {
    if (block < this.#next) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ block, resolve }));
  }

  /** Tells of every block from now on, until the function returned is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops following. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { ports, log } = this.#parts;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#followOnce(signal);
      } catch (error) {
        if (error instanceof ForkError) {
          this.#standStill(error);
          return;
        }
        if (this.#stop.signal.aborted) return;
        this.#isHealthy = false;
        log.error({ err: error, block: this.#next }, 'cannot project a block; trying again');
        await pause(ports, RETRY_MS, signal);
      }
    }
  }

  #standStill(error: ForkError): void {
    this.#isHealthy = false;
    this.#fork = error.fork;
    this.#parts.log.fatal(
      { err: error, ...error.fork },
      'the ledger was forked; the read model stands still',
    );
  }

  async #followOnce(signal: AbortSignal): Promise<void> {
    const { ledger, db, originals } = this.#parts;
    // A ledger that is back may have nothing new for a long time.
    if (this.#next >= Number(await ledger.height())) this.#isHealthy = true;
    for await (const block of ledger.blocks(BigInt(this.firmBlocks), signal)) {
      const changes = await applyBlock(db, block, originals);
      this.#passed(block);
      this.#isHealthy = true;
      // Told first: who waits for a block may ask those who listen.
      if (changes !== undefined) this.#tell(changes);
      this.#wake();
    }
  }

  #passed({ number, provisional }: LedgerBlock): void {
    const after = Number(number) + 1;
    this.#next = Math.max(this.#next, after);
    if (provisional === true) this.#provisionalFrom ??= Number(number);
    else this.#provisionalFrom = after < this.#next ? after : undefined;
  }

  #wake(): void {
    const due = this.#waiters.filter((waiter) => waiter.block < this.#next);
    this.#waiters = this.#waiters.filter((waiter) => waiter.block >= this.#next);
    for (const waiter of due) waiter.resolve();
  }

  #tell(changes: BlockChanges): void {
    for (const listener of this.#listeners) listener(changes);
  }
}
