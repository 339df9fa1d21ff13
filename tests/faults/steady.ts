/** Writes at a steady pace, however long the answers take. */
import { setTimeout as delay } from 'node:timers/promises';
import { newOutcome, sendInto, type Outcome } from './burst.js';
import type { Order } from './workshop.js';

/** Writes a second of a fault round. */
export const WRITES_A_SECOND = 20;
const MS_PER_SECOND = 1_000;

/** A load that goes on until it is ended. */
export interface Load {
  /** Writes that were told to stand on the ledger so far. */
  readonly committed: () => number;
  /** Writes that were answered so far, whatever the answer. */
  readonly answered: () => number;
  /** Sends these at once, beside what is sent anyway. */
  readonly send: (orders: readonly Order[]) => void;
  /** Sends no more and waits for the answers. */
  readonly end: () => Promise<LoadEnd>;
}

/** What a load showed. */
export interface LoadEnd extends Outcome {
  /** Longest that anybody waited for an answer of any kind. */
  readonly longestAnswerMs: number;
}

/** Begins to send what `next` makes. */
export const startLoad = (next: () => Order): Load => {
  const outcome = newOutcome();
  const sent: Promise<void>[] = [];
  let [longestAnswerMs, committed] = [0, 0];
  const send = async (order: Order): Promise<void> => {
    const begun = performance.now();
    const told = await sendInto(outcome, order);
    longestAnswerMs = Math.max(longestAnswerMs, performance.now() - begun);
    if (told === 'committed') committed += 1;
  };
  const timer = setInterval(() => sent.push(send(next())), MS_PER_SECOND / WRITES_A_SECOND);
  return {
    committed: () => committed,
    answered: () => outcome.acknowledged.length + outcome.refused.length,
    send: (orders) => void sent.push(...orders.map(send)),
    end: async () => {
      clearInterval(timer);
      await Promise.all(sent);
      return { ...outcome, longestAnswerMs };
    },
  };
};

const POLL_MS = 100;

const more = async (count: () => number, by: number, deadlineMs: number): Promise<void> => {
  const [wanted, deadline] = [count() + by, performance.now() + deadlineMs];
  while (count() < wanted) {
    if (performance.now() > deadline) throw new Error(`no ${String(by)} writes in ${String(deadlineMs)} ms`);
    await delay(POLL_MS);
  }
};

/** Settles when so many more writes stand on the ledger. @throws after the deadline */
export const moreCommitted = (load: Load, count: number, deadlineMs: number): Promise<void> =>
  more(load.committed, count, deadlineMs);

/** Settles when so many more writes are answered. @throws after the deadline */
export const moreAnswered = (load: Load, count: number, deadlineMs: number): Promise<void> =>
  more(load.answered, count, deadlineMs);
