import { newMismatch } from '../../failures.js';
import { LedgerError } from '../../ledger.js';
import type { ChaincodeResponse } from '../chaincode/response.js';
import type { Proposal } from './new-proposal.js';
import type { EndorsedRun, PeerAnswer } from '../peers/peer.js';

/** An answer that carries an endorsement. */
export interface EndorsedAnswer extends PeerAnswer {
  readonly endorsed: EndorsedRun;
}

/** Answers that all carry an endorsement. @throws LedgerError with the chaincode's words when one refused. */
export function assertEndorsed({ txId }: Proposal, answers: readonly PeerAnswer[]): EndorsedAnswer[] {
  const refusals = answers.filter(({ endorsed }) => endorsed === undefined);
  const [first] = refusals;
  if (first === undefined) {
    return answers.filter((answer): answer is EndorsedAnswer => answer.endorsed !== undefined);
  }
  throw new LedgerError('endorse', first.response.message, {
    txId,
    chaincode: true,
    status: 'ABORTED',
    messages: refusals.map(({ mspId, response }) => `${mspId}: ${describeRefusal(response)}`),
  });
}

/** The one answer that all endorsers gave, byte for byte. @throws LedgerError when they do not agree. */
export function assertAgreed({ txId }: Proposal, answers: readonly EndorsedAnswer[]): EndorsedAnswer {
  const [first, ...others] = answers;
  if (first === undefined) throw new LedgerError('endorse', 'no endorsements were collected', { txId });
  const { responsePayload } = first.endorsed;
  const isSame = others.every(
    ({ endorsed }) => Buffer.compare(endorsed.responsePayload, responsePayload) === 0,
  );
  if (isSame) return first;
  throw newMismatch(txId);
}

/** A refusal in the words of a peer. */
export function describeRefusal({ status, message }: ChaincodeResponse): string {
  return `chaincode response ${String(status)}, ${message}`;
}
