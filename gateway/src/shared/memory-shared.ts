import type { Clock } from '../ports.js';
import { ExpiringMap } from './expiring-map.js';
import type { Count, Shared } from './shared.js';

const MAX_HELD = 100_000;

/** For one process alone. */
export class MemoryShared implements Shared {
  readonly #clock: Clock;
  readonly #held: ExpiringMap<number>;
  readonly #counts: ExpiringMap<Count>;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#held = new ExpiringMap(clock, MAX_HELD);
    this.#counts = new ExpiringMap(clock, MAX_HELD);
  }

  take(name: string, lifeMs: number): Promise<boolean> {
    if (this.#held.get(name) !== undefined) return Promise.resolve(false);
    this.#held.set(name, 0, lifeMs);
    return Promise.resolve(true);
  }

  noted(name: string): Promise<number | undefined> {
    return Promise.resolve(this.#held.get(name));
  }

  note(name: string, value: number, lifeMs: number): Promise<void> {
    this.#held.set(name, value, lifeMs);
    return Promise.resolve();
  }

  count(name: string, windowMs: number): Promise<Count> {
    const before = this.#counts.get(name);
    const count = {
      hits: (before?.hits ?? 0) + 1,
      endsMs: before?.endsMs ?? this.#clock.nowMs() + windowMs,
    };
    this.#counts.set(name, count, count.endsMs - this.#clock.nowMs());
    return Promise.resolve(count);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
