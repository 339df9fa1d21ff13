/** Reports captured events to subscribers: at once or by schedule, until they acknowledge, and never again after that. */
import type { Logger } from 'pino';
import type { Database } from '../../db/open-database.js';
import { jittered, nowInstant, type Cancel, type Ports } from '../../ports.js';
import type { Projection } from '../../projection/projection.js';
import { epcisAnswerOf } from '../answer.js';
import { cursorOf, newEvents, REPORT_EVENTS, type NewEvent } from './new-events.js';
import type { NamedQuery, QueryStore, Subscription } from './query-store.js';
import { nextDue } from './schedule.js';
import { sendReport } from './send-report.js';
import type { AllowedTargets } from '../../http/guarded-request.js';

/** What subscriptions work with. */
export interface SubscriptionParts {
  readonly db: Database;
  readonly store: QueryStore;
  readonly projection: Pick<Projection, 'listen'>;
  readonly ports: Ports;
  readonly log: Logger;
  readonly allowed: AllowedTargets;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 3_600_000;
/** How long a subscriber has to answer when the gateway closes. */
const CLOSING_MS = 3000;
const LONGEST_TIMER_MS = 86_400_000;

type Key = string;
interface Timer {
  readonly cancel: Cancel;
  readonly atMs: number;
}
interface Found {
  readonly query: NamedQuery;
  readonly subscription: Subscription;
}

const keyOf = (enterprise: string, name: string, id: string): Key => JSON.stringify([enterprise, name, id]);

/** Follows the projection and the clock; each subscription is worked on by one at a time. */
export class Subscriptions {
  readonly #parts: SubscriptionParts;
  readonly #timers = new Map<Key, Timer>();
  readonly #working = new Map<Key, Promise<void>>();
  readonly #again = new Set<Key>();
  readonly #stop = new AbortController();
  #stopListening: () => void = () => undefined;
  #isClosed = false;

  constructor(parts: SubscriptionParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier life has left, and follows. */
  start(): void {
    const { store, projection } = this.#parts;
    this.#stopListening = projection.listen(({ changes }) => {
      if (changes.length > 0) this.#wakeStreams();
    });
    for (const query of store.all())
      for (const { subscriptionID } of query.subscriptions)
        this.wake(query.enterprise, query.name, subscriptionID);
  }

  /** A report under way may still be acknowledged for a moment; one that is given up is sent again after a restart. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    for (const { cancel } of this.#timers.values()) cancel();
    const cancel = this.#parts.ports.schedule(CLOSING_MS, () => this.#stop.abort());
    await Promise.all(this.#working.values());
    cancel();
  }

  /** Looks after a subscription that was made, or that an earlier life has left. */
  wake(enterprise: string, name: string, id: string): void {
    const found = this.#find(enterprise, name, id);
    if (found === undefined) return;
    if (found.subscription.schedule === undefined) this.#work(found);
    else this.#waitForSchedule(found);
  }

  /** When a report is tried again, or is due by its schedule, in milliseconds since 1970; undefined: with the next event. */
  nextReportAt(enterprise: string, name: string, subscription: Subscription): number | undefined {
    const { subscriptionID: id, failures, schedule } = subscription;
    if (failures > 0) return this.#timers.get(keyOf(enterprise, name, id))?.atMs;
    return schedule === undefined ? undefined : nextDue(schedule, this.#parts.ports.clock.nowMs());
  }

  #find(enterprise: string, name: string, id: string): Found | undefined {
    const query = this.#parts.store.find(enterprise, name);
    const subscription = query?.subscriptions.find(({ subscriptionID }) => subscriptionID === id);
    return query === undefined || subscription === undefined ? undefined : { query, subscription };
  }

  #wakeStreams(): void {
    for (const query of this.#parts.store.all())
      for (const subscription of query.subscriptions)
        // Who has failed waits for the end of its pause.
        if (subscription.schedule === undefined && subscription.failures === 0)
          this.#work({ query, subscription });
  }

  #later(key: Key, delayMs: number, task: () => void): void {
    this.#timers.get(key)?.cancel();
    if (this.#isClosed) return;
    const { clock, schedule } = this.#parts.ports;
    const cancel = schedule(delayMs, () => {
      this.#timers.delete(key);
      task();
    });
    this.#timers.set(key, { cancel, atMs: clock.nowMs() + delayMs });
  }

  #waitForSchedule({ query: { enterprise, name }, subscription }: Found): void {
    const { subscriptionID: id, schedule } = subscription;
    if (schedule === undefined) return;
    const now = this.#parts.ports.clock.nowMs();
    const due = nextDue(schedule, now);
    if (due === undefined) return;
    const delay = Math.min(due - now, LONGEST_TIMER_MS);
    this.#later(keyOf(enterprise, name, id), delay, () => {
      const found = this.#find(enterprise, name, id);
      if (found === undefined) return;
      if (due - now > LONGEST_TIMER_MS) this.#waitForSchedule(found);
      else this.#work(found);
    });
  }

  #work({ query: { enterprise, name }, subscription: { subscriptionID: id } }: Found): void {
    const key = keyOf(enterprise, name, id);
    if (this.#isClosed) return;
    if (this.#working.has(key)) {
      this.#again.add(key);
      return;
    }
    const work = this.#report(enterprise, name, id)
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error, query: name }, 'a subscription could not be looked after');
      })
      .finally(() => {
        this.#working.delete(key);
        const found = this.#again.delete(key) ? this.#find(enterprise, name, id) : undefined;
        if (found !== undefined) this.#work(found);
      });
    this.#working.set(key, work);
  }

  /** Reports until nothing is left, or a report is not acknowledged. */
  async #report(enterprise: string, name: string, id: string): Promise<void> {
    let sent = await this.#reportOnce(enterprise, name, id, true);
    while (sent === 'more' && !this.#isClosed) sent = await this.#reportOnce(enterprise, name, id, false);
    const found = sent === 'refused' ? undefined : this.#find(enterprise, name, id);
    if (found !== undefined) this.#waitForSchedule(found);
  }

  /** One report; a first one of a schedule may be of nothing, where that is wanted. */
  async #reportOnce(
    enterprise: string,
    name: string,
    id: string,
    isFirst: boolean,
  ): Promise<'all' | 'more' | 'refused'> {
    const found = this.#find(enterprise, name, id);
    if (found === undefined) return 'all';
    const { query, subscription } = found;
    const events = await newEvents(this.#parts.db, query, subscription, nowInstant(this.#parts.ports.clock));
    const mayBeEmpty = isFirst && subscription.reportIfEmpty && subscription.schedule !== undefined;
    if (events.length === 0 && !mayBeEmpty) return 'all';
    if (!(await this.#send(found, events))) return 'refused';
    return events.length < REPORT_EVENTS ? 'all' : 'more';
  }

  /** @returns whether it was acknowledged */
  async #send({ query, subscription }: Found, events: readonly NewEvent[]): Promise<boolean> {
    const { ports, store, allowed } = this.#parts;
    const { enterprise, name } = query;
    const { subscriptionID: id, dest, signatureToken, failures } = subscription;
    const now = nowInstant(ports.clock);
    const last = events.at(-1);
    const cursor = last === undefined ? subscription.cursor : cursorOf(last);
    const body = JSON.stringify(epcisAnswerOf(events, now, { queryName: name, subscriptionID: id }));
    const place =
      cursor === null
        ? 'empty'
        : `${String(cursor.block)}.${cursor.capture.slice(0, 16)}.${String(cursor.position)}`;
    const delivery = `${id}.${place}`;
    const problem = await sendReport({ dest, body, signatureToken, delivery }, allowed, this.#stop.signal);
    if (this.#stop.signal.aborted && problem !== undefined) return false;
    if (problem === undefined) {
      await store.note(enterprise, name, id, { cursor, lastNotifiedAt: now, failures: 0 });
      return true;
    }
    // Before it is noted: whoever reads that it failed reads when it is tried again, too.
    this.#retry(enterprise, name, id, failures);
    await store.note(enterprise, name, id, {
      failures: failures + 1,
      lastFailedAt: nowInstant(ports.clock),
      lastProblem: problem,
    });
    return false;
  }

  #retry(enterprise: string, name: string, id: string, failures: number): void {
    const delay = jittered(
      this.#parts.ports,
      Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures, 12), LAST_RETRY_MS),
    );
    this.#later(keyOf(enterprise, name, id), delay, () => {
      const found = this.#find(enterprise, name, id);
      if (found !== undefined) this.#work(found);
    });
  }
}
