/** Signs with the gateway's host key what the ledger's state demands. */
import type { Logger } from 'pino';
import { ApiError } from '../api/api-error.js';
import { submitAsHost, type HostDesk } from '../commands/submit-as-host.js';
import type { Database } from '../db/open-database.js';
import { nowInstant, type Cancel } from '../ports.js';
import type { BlockChanges } from '../projection/apply-block.js';
import type { Projection } from '../projection/projection.js';
import type { Demand, DemandSource, DemandView, Later } from './demand.js';

/** What consequences work with. */
export interface ConsequenceParts extends HostDesk {
  readonly db: Database;
  readonly projection: Pick<Projection, 'listen'>;
  readonly log: Logger;
  readonly sources: readonly DemandSource[];
}

/** Follows the projection; each matter is worked on by one at a time, until it is at rest. */
export class Consequences {
  readonly #parts: ConsequenceParts;
  readonly #working = new Map<string, { again: boolean; done: Promise<void> }>();
  /** Matters that wait for their time. */
  readonly #waiting = new Map<string, Cancel>();
  #stopListening: () => void = () => undefined;
  #isClosed = false;

  constructor(parts: ConsequenceParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier life has left, and follows. */
  async start(): Promise<void> {
    const { projection, sources } = this.#parts;
    this.#stopListening = projection.listen((block) => this.#look(block));
    for (const source of sources) {
      for (const matter of await source.openMatters(this.#view())) this.#take(source, matter);
    }
  }

  /** Stops following; what is being signed is finished. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    await Promise.all([...this.#working.values()].map(({ done }) => done));
  }

  #view(): DemandView {
    return { db: this.#parts.db, now: nowInstant(this.#parts.ports.clock) };
  }

  #look({ changes }: BlockChanges): void {
    for (const { key, record } of changes) {
      if (record === undefined) continue;
      for (const source of this.#parts.sources) {
        const matter = source.matterOf(key, record.value);
        if (matter !== undefined) this.#take(source, matter);
      }
    }
  }

  #take(source: DemandSource, matter: string): void {
    const working = this.#working.get(matter);
    if (working !== undefined) {
      working.again = true;
      return;
    }
    this.#waiting.get(matter)?.();
    this.#waiting.delete(matter);
    const entry = { again: false, done: Promise.resolve() };
    this.#working.set(matter, entry);
    entry.done = this.#work(source, matter)
      .catch((error: unknown) => {
        this.#parts.log.error(
          { err: error, matter },
          'a consequence could not be signed; a change tries again',
        );
      })
      .finally(() => {
        this.#working.delete(matter);
        if (entry.again && !this.#isClosed) this.#take(source, matter);
      });
  }

  async #work(source: DemandSource, matter: string): Promise<void> {
    while (!this.#isClosed) {
      const next = await source.next(this.#view(), matter);
      if (next === undefined) return;
      if ('nextAt' in next) {
        this.#wait(source, matter, next);
        return;
      }
      if (!(await this.#sign(next))) return;
    }
  }

  #wait(source: DemandSource, matter: string, { nextAt }: Later): void {
    if (this.#isClosed) return;
    const { clock, schedule } = this.#parts.ports;
    const delayMs = Math.max(0, Date.parse(nextAt) - clock.nowMs());
    this.#waiting.set(
      matter,
      schedule(delayMs, () => this.#take(source, matter)),
    );
  }

  /** @returns false when another gateway was quicker or the ledger is away */
  async #sign({ act, payload }: Demand): Promise<boolean> {
    try {
      return (await submitAsHost(this.#parts, act, payload)).kind === 'committed';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#parts.log.info(
        { act: `${act.contract}.${act.name}`, code: error.code },
        'a consequence was not taken',
      );
      return false;
    }
  }
}
