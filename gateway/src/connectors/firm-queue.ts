/** What goes out to one system, of each firm one after another: whoever does not answer is asked again, later each time. */
import type { Logger } from 'pino';
import { problemText } from '../http/guarded-request.js';
import { jittered, type Cancel, type Ports } from '../ports.js';

/** That no answer came that could be understood: what the other side has done is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(cause: unknown) {
    super(problemText(cause), { cause });
  }
}

/** That the other side does not answer. */
export interface Trouble {
  /** Attempts since its last answer. */
  readonly failures: number;
  readonly problem: string;
  /** When it is tried again, in milliseconds since 1970. */
  readonly nextAtMs: number;
}

/** What a queue works with. */
export interface FirmQueueParts {
  readonly ports: Ports;
  readonly log: Logger;
  /** What goes out, in the log. */
  readonly name: string;
  /** Sends the next of a firm. @returns whether there was one. @throws NoAnswer */
  readonly sendNext: (enterprise: string) => Promise<boolean>;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 3_600_000;
const MOST_DOUBLINGS = 12;

/** Turns of firms, and when a firm's turn comes again. */
export class FirmQueue {
  readonly #parts: FirmQueueParts;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Set<string>();
  readonly #troubles = new Map<string, Trouble>();
  readonly #timers = new Map<string, Cancel>();
  #isClosed = false;

  constructor(parts: FirmQueueParts) {
    this.#parts = parts;
  }

  /** Whether nothing is begun any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Begins nothing any more; settles when nothing is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const cancel of this.#timers.values()) cancel();
    await Promise.all(this.#turns.values());
  }

  /** Why what a firm sends waits; undefined while the other side answers. */
  troubleOf(enterprise: string): Trouble | undefined {
    return this.#troubles.get(enterprise);
  }

  /** Sends what waits of a firm, unless the other side does not answer: then when its time has come. */
  wake(enterprise: string): void {
    if (this.#isClosed || this.#timers.has(enterprise) || this.#waiting.has(enterprise)) return;
    this.#waiting.add(enterprise);
    void this.inTurn(enterprise, () => this.#sendAll(enterprise)).catch((error: unknown) => {
      const { log, name } = this.#parts;
      if (!(error instanceof NoAnswer)) log.error({ err: error, enterprise }, `${name} could not be sent`);
      this.#retry(enterprise, error);
    });
  }

  /** Runs what concerns a firm when all that was begun before has ended. */
  inTurn<T>(enterprise: string, task: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(enterprise) ?? Promise.resolve();
    const run = before.then(task);
    this.#turns.set(
      enterprise,
      run.catch(() => undefined),
    );
    return run;
  }

  async #sendAll(enterprise: string): Promise<void> {
    this.#waiting.delete(enterprise);
    while (!this.#isClosed && (await this.#parts.sendNext(enterprise))) this.#troubles.delete(enterprise);
  }

  #retry(enterprise: string, error: unknown): void {
    if (this.#isClosed) return;
    const { ports } = this.#parts;
    const failures = (this.#troubles.get(enterprise)?.failures ?? 0) + 1;
    const doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    const delay = jittered(ports, Math.min(FIRST_RETRY_MS * 2 ** doublings, LAST_RETRY_MS));
    const nextAtMs = ports.clock.nowMs() + delay;
    this.#troubles.set(enterprise, { failures, problem: problemText(error), nextAtMs });
    this.#timers.get(enterprise)?.();
    this.#timers.set(
      enterprise,
      ports.schedule(delay, () => {
        this.#timers.delete(enterprise);
        this.wake(enterprise);
      }),
    );
  }
}
