/** Sends bills to the platform: of each firm one at a time, in the order of the ledger, until the platform has said what it thinks of it. */
import type { Logger } from 'pino';
import type { Database } from '../db/open-database.js';
import { problemText } from '../http/guarded-request.js';
import { jittered, nowInstant, type Cancel, type Ports } from '../ports.js';
import type { Projection } from '../projection/projection.js';
import type { BillStates, BillStep } from './bill-states.js';
import { billedSince, billOf, nextBill, type BillRow } from './queries.js';
import type { PlatformVerdict, SentBill, TracePlatform } from './trace-platform.js';

/** What sending works with. */
export interface BillSyncParts {
  readonly db: Database;
  readonly platform: TracePlatform;
  readonly states: BillStates;
  readonly projection: Pick<Projection, 'listen' | 'firmBlocks'>;
  readonly ports: Ports;
  readonly log: Logger;
  /** Whether an enterprise is hosted here: another host's gateway sends its bills. */
  readonly isHosted: (enterprise: string) => Promise<boolean>;
  /** What the platform gets of a bill. */
  readonly contentOf: (row: BillRow) => Promise<SentBill>;
}

/** That the platform does not answer. */
export interface Trouble {
  /** Attempts since its last answer. */
  readonly failures: number;
  readonly problem: string;
  /** When it is tried again, in milliseconds since 1970. */
  readonly nextAtMs: number;
}

type StepChange = Partial<Pick<BillStep, 'externalNo' | 'refusal' | 'by'>> & Pick<BillStep, 'state'>;

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 3_600_000;
const MOST_DOUBLINGS = 12;

/** Follows the projection; what concerns a firm happens one after another. */
export class BillSync {
  readonly #parts: BillSyncParts;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Set<string>();
  readonly #troubles = new Map<string, Trouble>();
  readonly #timers = new Map<string, Cancel>();
  #looking: Promise<void> = Promise.resolve();
  #lookedTo = 0;
  #stopListening: () => void = () => undefined;
  #isClosed = false;

  constructor(parts: BillSyncParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier life has left, and follows. */
  start(): void {
    this.#stopListening = this.#parts.projection.listen(() => this.#look());
    this.#look();
  }

  /** Sends no more; settles when nothing is under way, which the end of the platform's connections hastens. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    for (const cancel of this.#timers.values()) cancel();
    await this.#looking;
    await Promise.all(this.#turns.values());
  }

  /** Why a firm's bills wait; undefined while the platform answers. */
  troubleOf(enterprise: string): Trouble | undefined {
    return this.#troubles.get(enterprise);
  }

  /** Firms hosted here that have bills. */
  async firms(): Promise<readonly string[]> {
    return this.#hosted(await billedSince(this.#parts.db, 0));
  }

  /** Has a bill sent once more; durable when it settles. @param by key of who wants it; null: nobody had to */
  async sendAgain(row: BillRow, by: string | null): Promise<void> {
    await this.#note(row, { state: 'notSent', by });
    this.wake(row.enterprise);
  }

  /** Sends what waits of a firm, unless the platform does not answer: then when its time has come. */
  wake(enterprise: string): void {
    if (this.#isClosed || this.#timers.has(enterprise) || this.#waiting.has(enterprise)) return;
    this.#waiting.add(enterprise);
    void this.inTurn(enterprise, () => this.#sendAll(enterprise)).catch((error: unknown) => {
      this.#parts.log.error({ err: error, enterprise }, 'bills could not be sent');
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

  #look(): void {
    this.#looking = this.#looking
      .then(() => this.#lookOnce())
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'bills could not be looked for');
      });
  }

  async #lookOnce(): Promise<void> {
    if (this.#isClosed) return;
    const { db, projection } = this.#parts;
    const firm = projection.firmBlocks;
    for (const enterprise of await this.#hosted(await billedSince(db, this.#lookedTo))) this.wake(enterprise);
    this.#lookedTo = firm;
  }

  async #hosted(enterprises: readonly string[]): Promise<readonly string[]> {
    const hosted: string[] = [];
    for (const each of enterprises) if (await this.#parts.isHosted(each)) hosted.push(each);
    return hosted;
  }

  async #sendAll(enterprise: string): Promise<void> {
    this.#waiting.delete(enterprise);
    let isAnswered = true;
    while (isAnswered && !this.#isClosed) {
      const row = await this.#next(enterprise);
      if (row === undefined) return;
      isAnswered = await this.#settle(row);
    }
  }

  /** What was begun goes first; a bill that was refused waits for a person and keeps nothing back. */
  async #next(enterprise: string): Promise<BillRow | undefined> {
    const { db, states, projection } = this.#parts;
    for (const { bill, state } of states.openOf(enterprise)) {
      const row = state === 'refused' ? undefined : await billOf(db, bill);
      if (row !== undefined) return row;
    }
    return nextBill(db, enterprise, states.cursorOf(enterprise), projection.firmBlocks);
  }

  /** @returns whether the platform has answered */
  async #settle(row: BillRow): Promise<boolean> {
    const isRepeated = this.#parts.states.of(row.id)?.state === 'sent';
    if (!isRepeated) await this.#note(row, { state: 'sent' });
    const content = await this.#parts.contentOf(row);
    let verdict: PlatformVerdict;
    try {
      verdict = await this.#ask(content, isRepeated);
    } catch (error) {
      this.#retry(row.enterprise, error);
      return false;
    }
    this.#troubles.delete(row.enterprise);
    const { state } = verdict;
    if (state === 'accepted') await this.#note(row, { state, externalNo: verdict.externalNo });
    else await this.#note(row, { state, refusal: { code: verdict.code, text: verdict.text } });
    return true;
  }

  /** An answer that was lost is asked for before anything is said twice. */
  async #ask(content: SentBill, isRepeated: boolean): Promise<PlatformVerdict> {
    const { platform } = this.#parts;
    const found = isRepeated ? await platform.find(content.bill) : undefined;
    return found ?? platform.send(content);
  }

  #note({ id: bill, enterprise, block, position }: BillRow, change: StepChange): Promise<void> {
    const { states, ports, platform } = this.#parts;
    const step = { platform: platform.name, externalNo: null, refusal: null, by: null, ...change };
    return states.note({ bill, enterprise, block, position, at: nowInstant(ports.clock), ...step });
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
