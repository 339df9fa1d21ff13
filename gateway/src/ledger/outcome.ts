/** Reads a failed call of the ledger: the only place that knows how a peer's refusal looks. */
import { parseRefusal, type ErrorDetails } from '@yaosu/chaincode/model/kernel/errors';
import { LedgerError } from '@yaosu/network';
import type { AnyErrorCode } from '../api/error-codes.js';

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: 'committed'; readonly txId: string; readonly block: number; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: AnyErrorCode; readonly details: ErrorDetails }
  /** Another write was first: a new proposal may succeed. */
  | { readonly kind: 'conflict'; readonly code: number }
  /** The transaction may or may not be on its way; `isUnordered`: no orderer said that it took it. */
  | { readonly kind: 'unknown'; readonly txId: string | undefined; readonly isUnordered?: boolean }
  /** Nothing was sent. */
  | { readonly kind: 'away'; readonly reason: string; readonly organisations: readonly string[] };

/** What an act answered: the JSON that its contract returned. */
export const answerOf = (result: Uint8Array): unknown => JSON.parse(Buffer.from(result).toString('utf8'));

/** Validation codes: an endorsement policy that changed meanwhile, stale reads, phantoms. */
export const POLICY_FAILURE = 10;
const MVCC_CONFLICT = 11;
const PHANTOM_CONFLICT = 12;
/** Endorsers that did not agree stand for a read at different heights. */
export const ENDORSEMENT_MISMATCH = -1;
/** Another command was quicker to take the parcels that were proposed. */
export const STALE_PICKS = -2;

const CONFLICTS: ReadonlySet<number> = new Set([POLICY_FAILURE, MVCC_CONFLICT, PHANTOM_CONFLICT]);
const UNREACHABLE: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'RESOURCE_EXHAUSTED',
  'UNKNOWN',
  'INTERNAL',
]);

const refusalIn = (error: LedgerError): Outcome | undefined => {
  for (const text of [error.message, ...(error.details.messages ?? [])]) {
    const refusal = parseRefusal(text);
    if (refusal?.code === 'PICKS_STALE') return { kind: 'conflict', code: STALE_PICKS };
    if (refusal !== undefined) return { kind: 'refused', code: refusal.code, details: refusal.details };
  }
  return undefined;
};

const rejected = (error: LedgerError): Outcome => ({
  kind: 'refused',
  code: 'LEDGER_REJECTED',
  details: {
    phase: error.phase,
    ...(error.details.code === undefined ? {} : { validationCode: error.details.code }),
    ...(error.details.status === undefined ? {} : { status: error.details.status }),
  },
});

const ofEndorsement = (error: LedgerError): Outcome => {
  const { chaincode, status } = error.details;
  const refusal = refusalIn(error);
  if (refusal !== undefined) return refusal;
  if (chaincode === true) return rejected(error);
  if (status === 'ABORTED') return { kind: 'conflict', code: ENDORSEMENT_MISMATCH };
  return status === undefined || UNREACHABLE.has(status)
    ? { kind: 'away', reason: error.message, organisations: error.details.away ?? [] }
    : rejected(error);
};

const unorderedOf = ({ details }: LedgerError): { readonly isUnordered?: true } =>
  details.unordered === true ? { isUnordered: true } : {};

const ofCommit = (error: LedgerError): Outcome => {
  const { code, txId, status } = error.details;
  if (code === undefined) {
    const isTurnedAway = error.phase === 'submit' && status !== undefined && !UNREACHABLE.has(status);
    return isTurnedAway ? rejected(error) : { kind: 'unknown', txId, ...unorderedOf(error) };
  }
  return CONFLICTS.has(code) ? { kind: 'conflict', code } : rejected(error);
};

/** What a thrown error says about the attempt. */
export const outcomeOf = (error: unknown): Outcome => {
  if (!(error instanceof LedgerError)) return { kind: 'unknown', txId: undefined };
  return error.phase === 'endorse' || error.phase === 'evaluate' ? ofEndorsement(error) : ofCommit(error);
};
