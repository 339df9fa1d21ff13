/** Marks that several processes share through Redis; while it is away each process keeps its own, which is stricter. */
import { createClient, type RedisClientType } from 'redis';
import type { Clock } from '../ports.js';
import { MemoryShared } from './memory-shared.js';
import type { Count, Shared } from './shared.js';

const PREFIX = 'yaosu:';
/** A server that does not answer by then counts as away. */
const TIMEOUT_MS = 200;
const MAX_RECONNECT_MS = 5_000;
const RECONNECT_STEP_MS = 100;

/** What the client works with. */
export interface RedisParts {
  readonly url: string;
  readonly clock: Clock;
  /** Is told when the server goes away or comes back. */
  readonly onState: (state: 'away' | 'back', error?: Error) => void;
}

/** Redis did not answer when the gateway started. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
  readonly code = 'REDIS_AWAY';
}

/** Over a Redis server. */
export class RedisShared implements Shared {
  readonly #client: RedisClientType;
  readonly #clock: Clock;
  readonly #alone: MemoryShared;

  private constructor({ url, clock, onState }: RedisParts) {
    this.#clock = clock;
    this.#alone = new MemoryShared(clock);
    let isAway = false;
    this.#client = createClient({
      url,
      disableOfflineQueue: true,
      commandOptions: { timeout: TIMEOUT_MS },
      socket: { reconnectStrategy: (tries) => Math.min(tries * RECONNECT_STEP_MS, MAX_RECONNECT_MS) },
    });
    this.#client.on('error', (error: Error) => {
      if (!isAway) onState('away', error);
      isAway = true;
    });
    this.#client.on('ready', () => {
      if (isAway) onState('back');
      isAway = false;
    });
  }

  /** Connects. @throws RedisAway when the server cannot be reached at the start: then the address is wrong */
  static async open(parts: RedisParts): Promise<RedisShared> {
    const shared = new RedisShared(parts);
    const refused = new Promise<never>((_, reject) => shared.#client.once('error', reject));
    await Promise.race([shared.#client.connect(), refused]).catch((error: unknown) => {
      shared.#client.destroy();
      throw new RedisAway('Redis cannot be reached', { cause: error });
    });
    return shared;
  }

  async take(name: string, lifeMs: number): Promise<boolean> {
    // Taken here too, so that it stays taken when the server goes away.
    const isFreeHere = await this.#alone.take(name, lifeMs);
    const isFree = await this.#orAlone(
      async () => (await this.#client.set(PREFIX + name, '1', { PX: lifeMs, NX: true })) !== null,
      () => Promise.resolve(true),
    );
    return isFreeHere && isFree;
  }

  async noted(name: string): Promise<number | undefined> {
    const here = await this.#alone.noted(name);
    const there = await this.#orAlone(
      () => this.#client.get(PREFIX + name),
      () => Promise.resolve(null),
    );
    return there === null ? here : Math.max(Number(there), here ?? 0);
  }

  async note(name: string, value: number, lifeMs: number): Promise<void> {
    await this.#alone.note(name, value, lifeMs);
    await this.#orAlone(
      () => this.#client.set(PREFIX + name, String(value), { PX: lifeMs }),
      () => Promise.resolve(null),
    );
  }

  count(name: string, windowMs: number): Promise<Count> {
    return this.#orAlone(
      async () => {
        const key = PREFIX + name;
        const [, hits, left] = await this.#client
          .multi()
          .set(key, '0', { PX: windowMs, NX: true })
          .incr(key)
          .pTTL(key)
          .exec();
        return { hits: Number(hits), endsMs: this.#clock.nowMs() + Number(left) };
      },
      () => this.#alone.count(name, windowMs),
    );
  }

  async close(): Promise<void> {
    await this.#orAlone(
      () => this.#client.close(),
      () => Promise.resolve(),
    );
  }

  async #orAlone<T>(ask: () => Promise<T>, alone: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch {
      // The client's own error event has told of it.
      return alone();
    }
  }
}
