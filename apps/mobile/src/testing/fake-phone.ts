/** A phone whose app runs in two tabs over one store, and which can be killed in the middle of anything. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Entry } from '../outbox/entry.js';
import { Outbox } from '../outbox/outbox.js';
import type { OutboxStore } from '../outbox/store.js';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { Fault, FakeLedger } from './fake-ledger.js';

const TABS = 2;
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** One run of the app in one tab; a dead one goes on with nothing. */
interface Run {
  isDead: boolean;
}

/** A phone. */
export class FakePhone {
  readonly rows = new Map<string, Entry>();
  /** No write finds room. */
  isFull = false;
  hasSignal = true;
  /** Milliseconds that its clock is wrong by. */
  skew = 0;
  /** The next write is the last thing that its app does: before or after it is on the disk. */
  dyingWrite: 'before' | 'after' | undefined;
  readonly #ledger: FakeLedger;
  readonly #nextFault: () => Fault;
  readonly #runs: { readonly run: Run; readonly outbox: Outbox }[] = [];
  readonly #timers = new Map<() => void, number>();
  #clock = 0;
  #locked: Run | undefined;
  #waiting: (() => void)[] = [];

  constructor(ledger: FakeLedger, nextFault: () => Fault) {
    this.#ledger = ledger;
    this.#nextFault = nextFault;
    for (let tab = 0; tab < TABS; tab += 1) this.restart(tab);
  }

  /** What is on its disk, in order. */
  get entries(): readonly Entry[] {
    return [...this.rows.values()].sort((a, b) => a.sequence - b.sequence);
  }

  outbox(tab: number): Outbox {
    const opened = this.#runs[tab];
    if (opened === undefined) throw new Error('no such tab');
    return opened.outbox;
  }

  /** Kills the app in a tab and opens it again, as people do; what it has opened sends. */
  restart(tab: number): void {
    const old = this.#runs[tab];
    if (old !== undefined) this.#kill(old.run);
    const run: Run = { isDead: false };
    const outbox = new Outbox(
      { submit: (envelope) => this.#submit(run, envelope), reopen: () => Promise.resolve() },
      this.#storeOf(run),
      {
        now: () => new Date(this.#clock + this.skew).toISOString(),
        after: (delayMs, act) => this.#after(run, delayMs, act),
        alone: (act) => this.#alone(run, act),
      },
    );
    this.#runs[tab] = { run, outbox };
    outbox.kick();
  }

  /** The time of the next timer comes. */
  pass(): void {
    const [next] = [...this.#timers].sort(([, a], [, b]) => a - b);
    if (next === undefined) return;
    const [act, at] = next;
    this.#timers.delete(act);
    this.#clock = Math.max(this.#clock, at);
    act();
  }

  /** Tabs whose app was killed in the middle of something are opened again. */
  reopenDead(): void {
    for (const [tab, { run }] of this.#runs.entries()) if (run.isDead) this.restart(tab);
  }

  #kill(run: Run): void {
    run.isDead = true;
    if (this.#locked === run) this.#release();
  }

  #release(): void {
    this.#locked = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  async #alone(run: Run, act: () => Promise<void>): Promise<void> {
    while (this.#locked !== undefined) await new Promise<void>((go) => this.#waiting.push(go));
    if (run.isDead) return never();
    this.#locked = run;
    await act();
    this.#release();
  }

  #after(run: Run, delayMs: number, act: () => void): () => void {
    const timer = (): void => {
      if (!run.isDead) act();
    };
    this.#timers.set(timer, this.#clock + delayMs);
    return () => void this.#timers.delete(timer);
  }

  #submit(run: Run, envelope: Envelope): ReturnType<ConstructorParameters<typeof Outbox>[0]['submit']> {
    const fault = this.hasSignal ? this.#nextFault() : 'noSignal';
    const isKilled = fault === 'killedBefore' || fault === 'killedAfter';
    if (isKilled) this.#kill(run);
    if (fault === 'killedBefore') return never();
    const answered = Promise.resolve().then(() => this.#ledger.submit(envelope, isKilled ? 'none' : fault));
    return isKilled ? answered.then(() => never<Submitted>()) : answered;
  }

  #storeOf(run: Run): OutboxStore {
    const alive = <T>(value: T): Promise<T> => (run.isDead ? never() : Promise.resolve(value));
    return {
      all: () => alive(this.entries),
      get: (cmd) => alive(this.rows.get(cmd)),
      update: (cmd, change) => {
        if (run.isDead) return never();
        const dying = this.dyingWrite;
        this.dyingWrite = undefined;
        if (dying !== undefined) this.#kill(run);
        if (dying === 'before') return never();
        const next = change(this.rows.get(cmd), this.entries.at(-1)?.sequence ?? 0);
        if (this.isFull && next !== undefined) {
          return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        }
        if (next === undefined) this.rows.delete(cmd);
        else this.rows.set(cmd, next);
        return alive(undefined);
      },
    };
  }
}
