/** The gate before the orderers: while none of them takes an envelope, nothing is endorsed for them in vain. */
import { jittered, type Cancel, type Ports } from '../ports.js';
import { backoff } from './backoff.js';
import { DeliveryStopped } from './delivery-stopped.js';
import {
  mayPass,
  nextOrdering,
  takesLong,
  type News,
  type Ordering,
  type OrderingEvent,
} from './ordering.js';

const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 2_000;
/** A probe of which nothing is heard for so long is followed by another one; its phases have deadlines of their own. */
const PROBE_MS = 10_000;

/** A command that was let through. */
export interface Permit {
  /** Ends the passage; once a permit. */
  readonly leave: (news: News) => void;
}

interface Waiting {
  readonly admit: (permit: Permit) => void;
  readonly refuse: (error: DeliveryStopped) => void;
}

type ToldOf = (state: Ordering) => void;

/** Lets commands through one by one, in the order in which they came, as far as the orderers are there. */
export class OrderingGate {
  readonly #ports: Pick<Ports, 'schedule' | 'randomBytes'>;
  readonly #onChange: ToldOf;
  #state: Ordering = { name: 'present' };
  readonly #waiting = new Set<Waiting>();
  readonly #whenLong = new Set<() => void>();
  /** Counts states by name: news of what was let through under an earlier one is old. */
  #era = 0;
  #inFlight = 0;
  #isClosed = false;
  #cancelTimer: Cancel = () => undefined;

  /** @param onChange is told of every state by another name */
  constructor(ports: Pick<Ports, 'schedule' | 'randomBytes'>, onChange: ToldOf = () => undefined) {
    this.#ports = ports;
    this.#onChange = onChange;
  }

  get state(): Ordering {
    return this.#state;
  }

  /** Number of commands that wait to be let through. */
  get held(): number {
    return this.#waiting.size;
  }

  /** Much is to be caught up with: it is let through a few at a time. */
  expectBacklog(): void {
    this.#happens('backlog');
  }

  /** Settles when the command may go on. @throws DeliveryStopped when the gate is closed for good first */
  pass(): Promise<Permit> {
    if (this.#isClosed) return Promise.reject(new DeliveryStopped());
    return new Promise((admit, refuse) => {
      this.#waiting.add({ admit, refuse });
      this.#letThrough();
    });
  }

  /** Turns away whoever waits, and whoever comes. */
  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
    for (const { refuse } of this.#waiting) refuse(new DeliveryStopped());
    this.#waiting.clear();
  }

  /** Runs a task once when no orderer takes an envelope; at once when that is so, or when many wait. */
  whenLong(task: () => void): Cancel {
    if (takesLong(this.#state, this.held)) {
      task();
      return () => undefined;
    }
    this.#whenLong.add(task);
    return () => this.#whenLong.delete(task);
  }

  #letThrough(): void {
    for (const waiting of this.#waiting) {
      if (!mayPass(this.#state, this.#inFlight)) return;
      this.#waiting.delete(waiting);
      waiting.admit(this.#newPermit());
    }
  }

  #newPermit(): Permit {
    const isProbe = this.#state.name === 'asking';
    this.#happens('admitted');
    const era = this.#era;
    this.#inFlight += 1;
    return {
      leave: (news) => {
        const isCurrent = era === this.#era;
        if (isCurrent) this.#inFlight -= 1;
        if (isCurrent || (isProbe && news === 'ordered')) this.#happens(news);
        if (this.#state.name === 'returning' && this.held === 0) this.#happens('drained');
        this.#letThrough();
      },
    };
  }

  #happens(event: OrderingEvent): void {
    const before = this.#state;
    this.#state = nextOrdering(before, event);
    if (this.#state.name === before.name || this.#isClosed) return;
    this.#era += 1;
    this.#inFlight = 0;
    this.#setTimer();
    this.#onChange(this.#state);
    if (takesLong(this.#state, this.held)) this.#tellWaiting();
  }

  #setTimer(): void {
    this.#cancelTimer();
    const waitMs = this.#waitMs();
    if (waitMs === undefined) return;
    this.#cancelTimer = this.#ports.schedule(waitMs, () => {
      this.#happens('due');
      this.#letThrough();
    });
  }

  #waitMs(): number | undefined {
    if (this.#state.name === 'probed') return PROBE_MS;
    if (this.#state.name !== 'away') return undefined;
    return jittered(this.#ports, backoff(FIRST_WAIT_MS, MOST_WAIT_MS, this.#state.failures - 1));
  }

  #tellWaiting(): void {
    const tasks = [...this.#whenLong];
    this.#whenLong.clear();
    for (const task of tasks) task();
  }
}
