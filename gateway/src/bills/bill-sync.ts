/** Sends bills to the platform: of each firm one at a time, in the order of the ledger, until the platform has said what it thinks of it. */
import type { Logger } from 'pino';
import type { Database } from '../db/open-database.js';
import { FirmQueue, NoAnswer } from '../connectors/firm-queue.js';
import { nowInstant, type Ports } from '../ports.js';
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

type StepChange = Partial<Pick<BillStep, 'externalNo' | 'refusal' | 'by'>> & Pick<BillStep, 'state'>;

/** Follows the projection; what concerns a firm happens one after another. */
export class BillSync {
  readonly #parts: BillSyncParts;
  /** Firms in their turns. */
  readonly queue: FirmQueue;
  #looking: Promise<void> = Promise.resolve();
  #lookedTo = 0;
  #stopListening: () => void = () => undefined;

  constructor(parts: BillSyncParts) {
    this.#parts = parts;
    const sendNext = (enterprise: string): Promise<boolean> => this.#sendNext(enterprise);
    this.queue = new FirmQueue({ ...parts, name: 'bills', sendNext });
  }

  /** Takes up what an earlier life has left, and follows. */
  start(): void {
    this.#stopListening = this.#parts.projection.listen(() => this.#look());
    this.#look();
  }

  /** Sends no more; settles when nothing is under way, which the end of the platform's connections hastens. */
  async close(): Promise<void> {
    this.#stopListening();
    await Promise.all([this.queue.close(), this.#looking]);
  }

  /** Firms hosted here that have bills. */
  async firms(): Promise<readonly string[]> {
    return this.#hosted(await billedSince(this.#parts.db, 0));
  }

  /** Has a bill sent once more; durable when it settles. @param by key of who wants it; null: nobody had to */
  async sendAgain(row: BillRow, by: string | null): Promise<void> {
    await this.#note(row, { state: 'notSent', by });
    this.queue.wake(row.enterprise);
  }

  #look(): void {
    this.#looking = this.#looking
      .then(() => this.#lookOnce())
      .catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'bills could not be looked for');
      });
  }

  async #lookOnce(): Promise<void> {
    if (this.queue.isClosed) return;
    const { db, projection } = this.#parts;
    const firm = projection.firmBlocks;
    for (const enterprise of await this.#hosted(await billedSince(db, this.#lookedTo)))
      this.queue.wake(enterprise);
    this.#lookedTo = firm;
  }

  async #hosted(enterprises: readonly string[]): Promise<readonly string[]> {
    const hosted: string[] = [];
    for (const each of enterprises) if (await this.#parts.isHosted(each)) hosted.push(each);
    return hosted;
  }

  async #sendNext(enterprise: string): Promise<boolean> {
    const row = await this.#next(enterprise);
    if (row !== undefined) await this.#settle(row);
    return row !== undefined;
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

  /** @throws NoAnswer */
  async #settle(row: BillRow): Promise<void> {
    const isRepeated = this.#parts.states.of(row.id)?.state === 'sent';
    if (!isRepeated) await this.#note(row, { state: 'sent' });
    const content = await this.#parts.contentOf(row);
    const verdict = await this.#ask(content, isRepeated).catch((error: unknown) => {
      throw new NoAnswer(error);
    });
    const { state } = verdict;
    if (state === 'accepted') await this.#note(row, { state, externalNo: verdict.externalNo });
    else await this.#note(row, { state, refusal: { code: verdict.code, text: verdict.text } });
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
}
