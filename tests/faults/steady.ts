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
  /** Sends no more and waits for the answers. */
  readonly end: () => Promise<LoadEnd>;
}

/** What a load showed. */
export interface LoadEnd extends Outcome {
  /** Longest time in which no write was told to stand on the ledger. */
  readonly longestPauseMs: number;
  /** Longest that anybody waited for an answer of any kind. */
  readonly longestAnswerMs: number;
}

/** Begins to send what `next` makes. */
export const startLoad = (next: () => Order): Load => {
  const outcome = newOutcome();
  const sent: Promise<void>[] = [];
  let [lastCommit, longestPauseMs, longestAnswerMs, committed] = [performance.now(), 0, 0, 0];
  const noteCommit = (): void => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - lastCommit);
    lastCommit = performance.now();
    committed += 1;
  };
  const send = async (order: Order): Promise<void> => {
    const begun = performance.now();
    const told = await sendInto(outcome, order);
    longestAnswerMs = Math.max(longestAnswerMs, performance.now() - begun);
    if (told === 'committed') noteCommit();
  };
  const timer = setInterval(() => sent.push(send(next())), MS_PER_SECOND / WRITES_A_SECOND);
  return {
    committed: () => committed,
    end: async () => {
      clearInterval(timer);
      await Promise.all(sent);
      return { ...outcome, longestPauseMs, longestAnswerMs };
    },
  };
};

const POLL_MS = 100;

/** Settles when so many more writes stand on the ledger. @throws after the deadline */
export const moreCommitted = async (load: Load, count: number, deadlineMs: number): Promise<void> => {
  const [wanted, deadline] = [load.committed() + count, performance.now() + deadlineMs];
  while (load.committed() < wanted) {
    if (performance.now() > deadline)
      throw new Error(`no ${String(count)} writes in ${String(deadlineMs)} ms`);
    await delay(POLL_MS);
  }
};
