/** Brings one command to the ledger: attempts, retries, and the look at what an unknown attempt became. */
import type { ErrorDetails } from '@yaosu/chaincode/model/kernel/errors';
import type { Found, Ledger } from '@yaosu/network';
import type { FinalState } from '../journal/journal.js';
import { POLICY_FAILURE, answerOf, type Outcome } from '../ledger/outcome.js';
import { jittered, pause, type Ports } from '../ports.js';
import { backoff } from './backoff.js';
import { DeliveryStopped } from './delivery-stopped.js';
import type { News } from './ordering.js';
import type { OrderingGate } from './ordering-gate.js';

/** A line of the log. */
type Say = (about: Readonly<Record<string, unknown>>, text: string) => void;

/** What delivering needs. */
export interface Delivery {
  readonly ledger: Pick<Ledger, 'find'>;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  readonly gate: Pick<OrderingGate, 'pass'>;
  /** One proposal, submitted; never throws. */
  attempt(): Promise<Outcome>;
  /** Notes a transaction whose outcome is not known. */
  noteSent(txId: string): Promise<void>;
  readonly warn: Say;
  readonly debug: Say;
}

const MAX_CONFLICTS = 12;
const MAX_POLICY_FAILURES = 1;
/** By then, some minutes later, it is no block behind: the transaction that is named does not exist. */
const MAX_UNSEEN = 12;
const CONFLICT_DELAY_MS = 20;
const CONFLICT_DELAY_MAX_MS = 1000;
const AWAY_DELAY_MS = 250;
const AWAY_DELAY_MAX_MS = 30_000;

interface Tries {
  conflicts: number;
  policyFailures: number;
  away: number;
  /** How often peers named a transaction that the own one has not got. */
  unseen: number;
}

/**
 * Tries until the command is on the ledger or refused.
 * @param sent transaction of an earlier life whose outcome is not known
 * @throws DeliveryStopped when the signal aborts first
 */
export const deliver = async (delivery: Delivery, sent?: string): Promise<FinalState> => {
  const tries: Tries = { conflicts: 0, policyFailures: 0, away: 0, unseen: 0 };
  let pending = sent;
  for (;;) {
    if (delivery.signal.aborted) throw new DeliveryStopped();
    const outcome = await throughGate(delivery, pending);
    const final = await finalOf(delivery, outcome, tries);
    if (final !== undefined) return final;
    if (outcome.kind === 'unknown' && outcome.txId !== undefined) {
      pending = outcome.txId;
      await delivery.noteSent(pending);
    }
    await pause(delivery.ports, jittered(delivery.ports, nextDelay(outcome, tries)), delivery.signal);
  }
};

/** What became of an earlier attempt says nothing of the orderers as they are now. */
const throughGate = async (delivery: Delivery, pending: string | undefined): Promise<Outcome> => {
  const permit = await delivery.gate.pass();
  let news: News = 'silent';
  try {
    const earlier = pending === undefined ? undefined : await lookUp(delivery, pending);
    if (earlier !== undefined) return earlier;
    const outcome = await delivery.attempt();
    news = newsOf(outcome);
    return outcome;
  } finally {
    permit.leave(news);
  }
};

const newsOf = (outcome: Outcome): News => {
  if (outcome.kind === 'unknown') return outcome.isUnordered === true ? 'unordered' : 'silent';
  return outcome.kind === 'committed' || (outcome.kind === 'conflict' && outcome.code >= 0)
    ? 'ordered'
    : 'silent';
};

const finalOf = async (
  delivery: Delivery,
  outcome: Outcome,
  tries: Tries,
): Promise<FinalState | undefined> => {
  if (outcome.kind === 'committed') {
    const { txId, block, result } = outcome;
    return { name: 'committed', txId, block, result };
  }
  if (outcome.kind === 'refused') {
    const { code, details } = outcome;
    return code === 'ALREADY' ? already(delivery, details, tries) : { name: 'refused', code, details };
  }
  if (outcome.kind === 'conflict' && isExhausted(outcome.code, tries)) {
    return { name: 'refused', code: 'LEDGER_CONFLICT', details: { validationCode: outcome.code } };
  }
  // Two who want the same goods at once are no fault: the later one is proposed anew.
  const say = outcome.kind === 'conflict' ? delivery.debug : delivery.warn;
  say({ outcome }, 'attempt did not reach the ledger; trying again');
  return undefined;
};

const isExhausted = (code: number, tries: Tries): boolean => {
  tries.conflicts += 1;
  if (code === POLICY_FAILURE) tries.policyFailures += 1;
  return tries.conflicts > MAX_CONFLICTS || tries.policyFailures > MAX_POLICY_FAILURES;
};

const nextDelay = (outcome: Outcome, tries: Tries): number => {
  if (outcome.kind === 'conflict') return backoff(CONFLICT_DELAY_MS, CONFLICT_DELAY_MAX_MS, tries.conflicts);
  tries.away += 1;
  return backoff(AWAY_DELAY_MS, AWAY_DELAY_MAX_MS, tries.away);
};

/**
 * The peers say which transaction carried the command: an attempt of ours whose answer was lost, or another gateway's. An endorser
 * may have a block that the own peer gets in a moment.
 */
const already = async (
  delivery: Delivery,
  details: ErrorDetails,
  tries: Tries,
): Promise<FinalState | undefined> => {
  const txId = String(details['txId']);
  const found = await findIn(delivery, txId);
  if (found === NOT_ASKED) return undefined;
  if (found !== undefined) return committedAt(txId, found);
  tries.unseen += 1;
  return tries.unseen > MAX_UNSEEN ? { name: 'refused', code: 'ALREADY', details } : undefined;
};

const lookUp = async (delivery: Delivery, txId: string): Promise<Outcome | undefined> => {
  const found = await findIn(delivery, txId);
  return found !== NOT_ASKED && found?.code === 0
    ? { kind: 'committed', ...placeOf(txId, found) }
    : undefined;
};

const NOT_ASKED = Symbol('not asked');

/** Whoever would know may be away just now: that says nothing of the transaction. */
const findIn = async (delivery: Delivery, txId: string): Promise<Found | undefined | typeof NOT_ASKED> => {
  try {
    return await delivery.ledger.find(txId);
  } catch (error) {
    delivery.warn({ err: error, txId }, 'cannot look a transaction up');
    return NOT_ASKED;
  }
};

const committedAt = (txId: string, found: Found): FinalState => ({
  name: 'committed',
  ...placeOf(txId, found),
});

const placeOf = (txId: string, { block, result }: Found) => ({
  txId,
  block: Number(block),
  result: answerOf(result),
});
