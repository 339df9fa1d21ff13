import { LedgerError } from '../../ledger.js';

const MAX_ENVELOPE_BYTES = 10 * 1024 * 1024;

/** When blocks are cut and what happens to them. */
export interface OrdererOptions {
  readonly maxMessageCount: number;
  readonly batchTimeoutMs: number;
  /** An envelope was taken in and waits for its block. */
  readonly onTaken: (envelope: Uint8Array) => void;
  /** Validate and store a block. */
  readonly commit: (envelopes: readonly Uint8Array[]) => Promise<void>;
  /** A block could not be stored: nothing is acknowledged any more. */
  readonly onFailure: (error: Error) => void;
}

interface Group {
  readonly envelopes: readonly Uint8Array[];
  readonly isAlone: boolean;
}

/** Puts envelopes in order and cuts blocks: what gathers while a block is being committed makes the next one. */
export class Orderer {
  #waiting: Group[] = [];
  #working: Promise<void> | undefined;
  #failure: Error | undefined;
  #cutNow: () => void = () => undefined;

  constructor(readonly options: OrdererOptions) {}

  /**
   * Take envelopes into one block, in this order; `isAlone` keeps others out of it.
   * @throws LedgerError of phase `submit` when an envelope is too big or the ledger has failed.
   */
  broadcast(envelopes: readonly Uint8Array[], isAlone = false): void {
    for (const envelope of envelopes) assertSize(envelope);
    if (this.#failure) {
      const reason = 'no orderers could successfully process transaction';
      throw new LedgerError('submit', reason, { status: 'UNAVAILABLE', messages: [this.#failure.message] });
    }
    if (envelopes.length === 0) return;
    this.#waiting.push({ envelopes, isAlone });
    for (const envelope of envelopes) this.options.onTaken(envelope);
    if (this.#waitingCount() >= this.options.maxMessageCount) this.#cutNow();
    this.#working ??= this.#work();
  }

  /** Finish what was accepted, and accept no more. */
  async close(): Promise<void> {
    this.#cutNow();
    await this.#working;
    this.#failure ??= new Error('The ledger is closed');
  }

  async #work(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await this.#company();
        await this.options.commit(this.#cut());
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#waiting = [];
      this.options.onFailure(this.#failure);
    } finally {
      this.#working = undefined;
    }
  }

  /** Everything that is sent in one turn of the event loop shares a block even without a timeout. */
  #company(): Promise<void> {
    const { batchTimeoutMs, maxMessageCount } = this.options;
    return new Promise((resolve) => {
      if (batchTimeoutMs === 0 || this.#waitingCount() >= maxMessageCount) {
        setImmediate(resolve);
        return;
      }
      const timer = setTimeout(resolve, batchTimeoutMs);
      this.#cutNow = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #cut(): Uint8Array[] {
    const block: Uint8Array[] = [];
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const isFull = block.length + next.envelopes.length > this.options.maxMessageCount;
      if (block.length > 0 && (isFull || next.isAlone)) break;
      this.#waiting.shift();
      block.push(...next.envelopes);
      if (next.isAlone) break;
    }
    return block;
  }

  #waitingCount(): number {
    return this.#waiting.reduce((count, group) => count + group.envelopes.length, 0);
  }
}

function assertSize(envelope: Uint8Array): void {
  if (envelope.length <= MAX_ENVELOPE_BYTES) return;
  throw new LedgerError(
    'submit',
    `rejected by Ordering Service: status=BAD_REQUEST, info=message payload is ${String(envelope.length)} bytes ` +
      `and exceeds maximum allowed ${String(MAX_ENVELOPE_BYTES)} bytes`,
    { status: 'ABORTED' },
  );
}
