/** Hand-overs that only this phone has signed so far: no custody has passed, and nobody is told that it has. */
import { api } from '../lib/api.js';
import { remember, remembered } from '../lib/memory.js';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { commandOf } from './agree.js';
import type { AnswerMessage, OfferMessage } from './messages.js';

/** An answer that waits for the giver's signature. */
export interface PendingTake {
  readonly offer: OfferMessage;
  readonly answer: AnswerMessage;
}

const PENDING = 'pendingTakes';

/** Those that wait on this phone. */
export const pendingTakes = (): Promise<readonly PendingTake[]> => remembered(PENDING, []);

/** Nothing is waited for any more: both have signed, or the person gives it up. */
export const forgetPending = async (nonce: string): Promise<void> =>
  remember(
    PENDING,
    (await pendingTakes()).filter(({ offer }) => offer.n !== nonce),
  );

/** Keeps an answer until the giver has signed as well. */
export const keepPending = async (pending: PendingTake): Promise<void> => {
  await forgetPending(pending.offer.n);
  await remember(PENDING, [...(await pendingTakes()), pending]);
};

const isCommitted = async ({ offer, answer }: PendingTake): Promise<boolean> => {
  const { cmd } = commandOf(offer, answer.k);
  try {
    return (await api.read('operation', { cmd })).state === 'committed';
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
};

/** Forgets what the giver's phone has brought to the ledger meanwhile. @throws TypeError without signal */
export const settlePending = async (): Promise<void> => {
  for (const pending of await pendingTakes()) {
    if (await isCommitted(pending)) await forgetPending(pending.offer.n);
  }
};
