/** Many commands at once, until all are answered or nobody answers any more. */
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { Acknowledged } from '../invariants/acknowledged.js';
import type { Order } from './workshop.js';

/** What became of the commands of a burst. */
export interface Outcome {
  readonly acknowledged: (Acknowledged & { readonly order: Order })[];
  readonly refused: { readonly order: Order; readonly code: string }[];
  /** Sent, and never answered. */
  readonly unanswered: Order[];
  /** Not sent any more. */
  readonly unsent: Order[];
}

/** What is told while a burst goes on. */
export interface BurstOptions {
  /** Commands on their way at any time. */
  readonly inFlight: number;
  /** After every answer, with the number of answers so far. */
  readonly onAnswer?: (answers: number) => void;
}

/** Nothing has become of anything yet. */
export const newOutcome = (): Outcome => ({ acknowledged: [], refused: [], unanswered: [], unsent: [] });

/** How a command was answered. */
type Told = 'committed' | 'received' | 'refused' | 'nothing';

/** Answers that say nothing of what became of the command: it may have been taken over before something broke. */
const TELL_NOTHING: readonly ApiError['code'][] = ['INTERNAL', 'DATABASE_AWAY'];

/** Sends one and notes what became of it. */
export const sendInto = async (outcome: Outcome, order: Order): Promise<Told> => {
  try {
    const told = await order.by.client.submit(order.act, await order.envelope());
    const txId = told.state === 'committed' ? told.txId : null;
    outcome.acknowledged.push({ order, cmd: told.cmd, txId });
    return told.state;
  } catch (error) {
    if (!(error instanceof ApiError) || TELL_NOTHING.includes(error.code)) {
      outcome.unanswered.push(order);
      return 'nothing';
    }
    outcome.refused.push({ order, code: error.code });
    return 'refused';
  }
};

/** Sends all of them. The server may die meanwhile; that ends the burst. */
export const sendAll = async (orders: readonly Order[], options: BurstOptions): Promise<Outcome> => {
  const waiting = [...orders];
  const outcome = newOutcome();
  let isOver = false;
  const work = async (): Promise<void> => {
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      if ((await sendInto(outcome, order)) === 'nothing') isOver = true;
      else options.onAnswer?.(outcome.acknowledged.length + outcome.refused.length);
      if (isOver) return;
    }
  };
  await Promise.all(Array.from({ length: options.inFlight }, work));
  outcome.unsent.push(...waiting);
  return outcome;
};

/** A refusal in words. */
export const refusalWords = ({ order: { act }, code }: Outcome['refused'][number]): string =>
  `${act.contract}.${act.name} was refused with ${code}`;
