/** One organisation's gateway, and what it has yet to give. */
import { ApiError } from '../api/api-error.js';
import { jittered, type Cancel, type Ports } from '../ports.js';
import { backoff } from '../relay/backoff.js';

/** What a giver is asked with. */
export interface GiverParts {
  readonly ports: Pick<Ports, 'schedule' | 'randomBytes'>;
  /** Asks for one thing by its key. @throws ApiError as it is refused, anything else while the gateway is away */
  readonly fetch: (key: string) => Promise<void>;
  readonly warn: (about: Readonly<Record<string, unknown>>, text: string) => void;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/** Asks for one thing at a time until all are here; one that is away is asked for nothing else until the next round. */
export class Giver {
  readonly #parts: GiverParts;
  readonly #awaited = new Set<string>();
  #round: Promise<void> | undefined;
  #rounds = 0;
  #cancel: Cancel = () => undefined;
  #isClosed = false;

  constructor(parts: GiverParts) {
    this.#parts = parts;
  }

  /** Number of things that were asked for and have not come yet. */
  get pending(): number {
    return this.#awaited.size;
  }

  /** Asks for a thing, now unless another one is being asked for. */
  want(key: string): void {
    if (this.#isClosed) return;
    this.#awaited.add(key);
    this.#begin();
  }

  /** Settles when the round that runs is over. */
  async idle(): Promise<void> {
    await this.#round;
  }

  /** Stops asking; what is being fetched is finished. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#round;
  }

  #begin(): void {
    if (this.#round !== undefined) return;
    this.#cancel();
    this.#round = this.#askAll().finally(() => {
      this.#round = undefined;
      this.#again();
    });
  }

  /** What is wanted meanwhile is asked for in the same round. */
  async #askAll(): Promise<void> {
    for (const key of this.#awaited) {
      if (this.#isClosed) return;
      const outcome = await this.#ask(key);
      if (outcome !== 'refused') this.#awaited.delete(key);
      if (outcome !== 'away') continue;
      // The next round begins with another one: it may be this answer alone that cannot be used.
      this.#awaited.add(key);
      return;
    }
  }

  async #ask(key: string): Promise<'given' | 'refused' | 'away'> {
    try {
      await this.#parts.fetch(key);
      return 'given';
    } catch (error) {
      this.#parts.warn({ err: error, key }, 'a document has not come from its gateway; asking again');
      return error instanceof ApiError ? 'refused' : 'away';
    }
  }

  #again(): void {
    if (this.#isClosed || this.#awaited.size === 0) {
      this.#rounds = 0;
      return;
    }
    const { ports } = this.#parts;
    const delayMs = jittered(ports, backoff(FIRST_RETRY_MS, LAST_RETRY_MS, this.#rounds));
    this.#rounds += 1;
    this.#cancel = ports.schedule(delayMs, () => this.#begin());
  }
}
