import type { Clock } from '../ports.js';

interface Held<T> {
  readonly value: T;
  readonly untilMs: number;
}

/** A map that forgets: entries go when they are too old, the oldest when there are too many. */
export class ExpiringMap<T> {
  readonly #held = new Map<string, Held<T>>();
  readonly #clock: Clock;
  readonly #most: number;

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /** The value, undefined when it was never set or is too old. */
  get(key: string): T | undefined {
    const held = this.#held.get(key);
    return held !== undefined && held.untilMs > this.#clock.nowMs() ? held.value : undefined;
  }

  /** Sets a value for a while. */
  set(key: string, value: T, lifeMs: number): void {
    const now = this.#clock.nowMs();
    this.#held.delete(key);
    this.#held.set(key, { value, untilMs: now + lifeMs });
    for (const [oldest, { untilMs }] of this.#held) {
      if (untilMs > now && this.#held.size <= this.#most) return;
      this.#held.delete(oldest);
    }
  }

  /** Forgets a value. */
  delete(key: string): void {
    this.#held.delete(key);
  }
}
