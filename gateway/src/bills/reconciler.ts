/** Reconciles the days that are over, at the start and then every day; and a day that somebody asks for. */
import { DAY_MS, daysBetween, daysLater } from '@yaosu/chaincode/model/kernel/time';
import type { Logger } from 'pino';
import { ApiError } from '../api/api-error.js';
import type { Reconciliation } from '../api/bills.js';
import type { Database } from '../db/open-database.js';
import { problemText } from '../http/guarded-request.js';
import { nowInstant, type Cancel, type Ports } from '../ports.js';
import type { BillSync } from './bill-sync.js';
import type { BillStates } from './bill-states.js';
import { chinaDay } from './china-day.js';
import { differencesOf, listedBills } from './reconcile.js';
import type { Reconciliations } from './reconciliations.js';
import type { TracePlatform } from './trace-platform.js';

/** What it works with. */
export interface ReconcilerParts {
  readonly db: Database;
  readonly platform: TracePlatform;
  readonly states: BillStates;
  readonly sync: BillSync;
  readonly results: Reconciliations;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Days that are made good after the gateway was down. */
const MOST_DAYS = 31;
/** Differences of a day that are kept one by one. */
const MOST_KEPT = 200;
/** How long after midnight in China a day is reconciled. */
const AFTER_MIDNIGHT_MS = 3_600_000;
const AGAIN_MS = 900_000;

const firstMoment = (day: string): number => Date.parse(`${day}T00:00:00.000+08:00`);

/** Compares day by day. */
export class Reconciler {
  readonly #parts: ReconcilerParts;
  #cancel: Cancel = () => undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: ReconcilerParts) {
    this.#parts = parts;
  }

  /** Begins with the days that nobody has reconciled. */
  start(): void {
    this.#running = this.#runAll();
  }

  /** Begins nothing any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#running;
  }

  /**
   * Compares a day of a firm; what the platform has accepted and lists no more is sent again.
   * @param day in China
   * @throws ApiError TRACE_PLATFORM_AWAY
   */
  reconcile(enterprise: string, day: string): Promise<Reconciliation> {
    return this.#parts.sync.queue.inTurn(enterprise, () => this.#compare(enterprise, day));
  }

  async #compare(enterprise: string, day: string): Promise<Reconciliation> {
    const { db, platform, states, sync, results, ports } = this.#parts;
    const there = await listedBills(platform, enterprise, day).catch((error: unknown) => {
      throw new ApiError('TRACE_PLATFORM_AWAY', { problem: problemText(error) });
    });
    const rows = await db
      .selectFrom('bills')
      .selectAll()
      .where('enterprise', '=', enterprise)
      .where('day', '=', day)
      .orderBy('block')
      .orderBy('position')
      .execute();
    const here = rows.map(({ id, quantity }) => ({
      id,
      quantity,
      externalNo: states.of(id)?.externalNo ?? null,
    }));
    const differences = differencesOf(here, there);
    const missing = new Set(differences.filter(({ what }) => what === 'missing').map(({ bill }) => bill));
    for (const row of rows) if (missing.has(row.id)) await sync.sendAgain(row, null);
    const result = {
      ...{ day, at: nowInstant(ports.clock), here: here.length, there: there.length },
      differing: differences.length,
      differences: differences.slice(0, MOST_KEPT),
    };
    await results.put(enterprise, result);
    return result;
  }

  async #runAll(): Promise<void> {
    let isDone = true;
    try {
      for (const enterprise of await this.#parts.sync.firms()) await this.#reconcileMissed(enterprise);
    } catch (error) {
      isDone = false;
      this.#parts.log.warn({ err: error }, 'bills could not be reconciled; trying again');
    }
    this.#waitFor(isDone);
  }

  /** Every day that is over and was not compared after its end, the last one in any case. */
  async #reconcileMissed(enterprise: string): Promise<void> {
    const yesterday = daysLater(chinaDay(this.#parts.ports.clock.nowMs()), -1);
    const [last] = this.#parts.results.of(enterprise).filter(({ day, at }) => chinaDay(Date.parse(at)) > day);
    const missed = last === undefined ? 1 : daysBetween(last.day, yesterday);
    for (let back = Math.min(Math.max(missed, 1), MOST_DAYS) - 1; back >= 0; back -= 1) {
      if (this.#isClosed) return;
      await this.reconcile(enterprise, daysLater(yesterday, -back));
    }
  }

  #waitFor(isDone: boolean): void {
    if (this.#isClosed) return;
    const { ports } = this.#parts;
    const now = ports.clock.nowMs();
    const tomorrow = firstMoment(chinaDay(now)) + DAY_MS + AFTER_MIDNIGHT_MS;
    this.#cancel = ports.schedule(isDone ? tomorrow - now : AGAIN_MS, () => {
      this.#running = this.#runAll();
    });
  }
}
