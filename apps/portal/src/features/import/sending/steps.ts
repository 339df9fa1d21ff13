/** What an answer or a failure makes of a row: pure rules. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { ERROR_RULES } from '@yaosu/gateway/api/error-rules.computed';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { isOpen, type Entry } from './entry.js';

const UNAUTHORISED = 401;

/** The row with its command; one that another tab has made meanwhile stands. */
export const withCommand = (entry: Entry, command: Command): Entry =>
  entry.state === 'waiting' ? { ...entry, state: 'made', command, problem: null } : entry;

/** The row after the gateway answered. */
export const afterAnswer = (entry: Entry, answer: Submitted): Entry =>
  answer.state === 'received'
    ? { ...entry, state: 'received', problem: null }
    : { ...entry, state: 'committed', txId: answer.txId, problem: null };

/** The row after its command was found elsewhere than refused. */
export const afterLookUp = (entry: Entry, found: ReadAnswer<'operation'>): Entry =>
  found.state === 'committed'
    ? { ...entry, state: 'committed', txId: found.txId, problem: null }
    : { ...entry, state: 'received', problem: null };

/** The row that the ledger will not take; one that has ended otherwise meanwhile stands. */
export const refused = (entry: Entry, code: string): Entry =>
  isOpen(entry) ? { ...entry, state: 'refused', problem: code } : entry;

/** The row with its command made anew, unless somebody has done so meanwhile. */
export const renewed = (entry: Entry, old: Command, command: Command): Entry =>
  isOpen(entry) && entry.command?.cmd === old.cmd
    ? { ...entry, state: 'made', command, problem: TOO_OLD }
    : entry;

/** Code of the refusal of a command that was asked for too long ago: nothing is said against what it says. */
export const TOO_OLD = 'CAPTURED_AT_IMPLAUSIBLE';

/** Code of the refusal that was found; undefined when none was. */
export const refusalIn = ({ state, problem }: ReadAnswer<'operation'>): string | undefined =>
  state === 'refused' ? String(problem?.['code']) : undefined;

/** The row after a try that leaves its outcome open. */
export const afterFailure = (entry: Entry, error: unknown): Entry =>
  isOpen(entry) ? { ...entry, problem: error instanceof ApiError ? error.code : 'NO_SIGNAL' } : entry;

/** Whether who sends was refused, not what was sent: another session goes on. */
export const isSessionLost = (error: unknown): boolean =>
  error instanceof ApiError &&
  (ERROR_RULES[error.code].status === UNAUTHORISED || error.code === 'PARTY_FOREIGN');

/** Whether no later try can change a refusal; no network never is one. */
export const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError && ERROR_RULES[error.code].retry !== 'same' && !isSessionLost(error);
