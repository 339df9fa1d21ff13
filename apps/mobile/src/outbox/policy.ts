/** What a try means: pure rules, one a question. */
import { ApiError } from '@yaosu/gateway/api/api-error';
import { ERROR_RULES } from '@yaosu/gateway/api/error-rules.computed';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { Entry } from './entry.js';

const FIRST_DELAY_MS = 2_000;
const MOST_DELAY_MS = 5 * 60_000;
const TX_ID = /^[0-9a-f]{64}$/;
const DOUBTFUL = ['disputed', 'deviating'];

/** What a fact's answer says of it. */
interface Result {
  readonly outcome?: string;
  readonly deviations?: readonly { readonly code: string }[];
}

/** The entry after the gateway answered; a tick needs a receipt that names this very command. */
export const afterAnswer = (entry: Entry, answer: Submitted): Entry => {
  if (answer.state === 'received') return { ...entry, state: 'received', problem: null };
  const isOurs = answer.cmd === entry.cmd && TX_ID.test(answer.txId);
  if (!isOurs) return { ...entry, tries: entry.tries + 1, problem: 'RECEIPT_FOREIGN' };
  const { outcome = null, deviations = [] } = (answer.result ?? {}) as Result;
  const codes = deviations.map(({ code }) => code);
  const receipt = { txId: answer.txId, block: answer.block, outcome, deviations: codes };
  const { evidence: _, ...rest } = entry;
  return { ...rest, state: 'onLedger', problem: null, receipt };
};

/** Whether the session, not the command, was refused: it is opened again and the command stays as it is. */
export const isSessionLost = (error: unknown): boolean =>
  error instanceof ApiError && ERROR_RULES[error.code].status === 401;

const FOREIGN = 'PARTY_FOREIGN';

/** Whether only another firm's session can send an entry; it waits for one, and what comes behind it does not. */
export const isForeign = ({ problem }: Entry): boolean => problem === FOREIGN;

/** The entry after a try failed: only a refusal that no later try can change is final; no signal never is. */
export const afterFailure = (entry: Entry, error: unknown): Entry => {
  if (!(error instanceof ApiError)) return { ...entry, tries: entry.tries + 1, problem: 'NO_SIGNAL' };
  const isFinal = ERROR_RULES[error.code].retry !== 'same' && !isSessionLost(error) && error.code !== FOREIGN;
  return { ...entry, state: isFinal ? 'refused' : entry.state, tries: entry.tries + 1, problem: error.code };
};

/** Milliseconds until the next try. */
export const delayAfter = (tries: number): number =>
  Math.min(MOST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(Math.max(tries - 1, 0), 10));

/** Whether an entry still has to be sent. */
export const isWaiting = ({ state }: Entry): boolean => state === 'onDevice' || state === 'received';

/** Whether a person has to look at an entry: it was refused, deviates from the ledger or contradicts it. */
export const needsEyes = ({ state, receipt, isSeen }: Entry): boolean =>
  state === 'refused' || (isSeen !== true && DOUBTFUL.includes(receipt?.outcome ?? ''));
