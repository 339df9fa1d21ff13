/** What peers and orderers say to `fabric-network`, as the port's errors. */
import { common, peer } from '@hyperledger/fabric-protos';
import type { EndorsementResponse, Endorser, ServiceError } from 'fabric-common';
import { TimeoutError } from 'fabric-network';
import { newInvalid } from '../../failures.js';
import { LedgerError, type LedgerPhase } from '../../ledger.js';

/** What a peer says when its chaincode never got to speak. */
const OF_THE_PEER =
  /^(error in simulation|error validating proposal|access denied|channel '|failed to |make sure )/;
const OK = common.Status.SUCCESS;

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The first answer that is a refusal, if there is one. */
export const refusalOf = (
  phase: LedgerPhase,
  responses: readonly EndorsementResponse[],
  txId: string,
): LedgerError | undefined => {
  const refused = responses.filter(({ response }) => response.status !== OK);
  const [first] = refused;
  if (first === undefined) return undefined;
  const messages = refused.map(({ connection, response }) => `${connection.name}: ${response.message}`);
  const { message } = first.response;
  const chaincode = !OF_THE_PEER.test(message);
  return new LedgerError(phase, message, {
    txId,
    status: phase === 'endorse' ? 'ABORTED' : 'UNKNOWN',
    messages,
    ...(chaincode ? { chaincode } : {}),
  });
};

/** Peers that did not answer: their organisations are away. */
export const unreachedPeers = (
  errors: readonly ServiceError[],
  targets: readonly Endorser[],
  txId: string,
): LedgerError => {
  const names = new Set(errors.map(({ connection }) => (connection as { name?: string } | undefined)?.name));
  const away = targets.flatMap(({ name, mspid }) => (names.has(name) ? [mspid] : []));
  const messages = errors.map(textOf);
  return new LedgerError('endorse', messages.join('; '), { txId, status: 'UNAVAILABLE', messages, away });
};

/** What was thrown while something was sent; nothing is known of its outcome. */
export const sendFailure = (phase: LedgerPhase, thrown: unknown, txId?: string): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  return new LedgerError(phase, textOf(thrown), {
    ...(txId === undefined ? {} : { txId }),
    status: 'UNAVAILABLE',
  });
};

/** By these an orderer says that it cannot order now, whatever it is handed. */
const CANNOT_ORDER: ReadonlySet<string> = new Set(['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

/** The last answer of the orderers, which are asked one after the other until one takes the envelope. */
export interface BroadcastAnswer {
  readonly status: string;
  readonly info?: string;
}

/** SmartBFT's orderers know an envelope that they have: whoever handed it to one of them before was not told so. */
const IN_HAND = /request already (?:exists|processed)$/;

/** What orderers answered, each of whom was asked; undefined when one has taken the envelope. */
export const broadcastRefusal = (
  { status, info = '' }: BroadcastAnswer,
  txId: string,
): LedgerError | undefined => {
  if (status === 'SUCCESS' || IN_HAND.test(info)) return undefined;
  const text = `rejected by Ordering Service: status=${status}, info=${info}`;
  const unordered = CANNOT_ORDER.has(status) ? ({ unordered: true } as const) : {};
  return new LedgerError('submit', text, { txId, status: 'UNAVAILABLE', ...unordered });
};

/** What was thrown after each orderer was asked and none of them has answered at last. */
export const broadcastFailure = (thrown: unknown, txId: string): LedgerError =>
  thrown instanceof LedgerError
    ? thrown
    : new LedgerError('submit', textOf(thrown), { txId, status: 'UNAVAILABLE', unordered: true });

/** The package types its `TransactionError` and does not export it. */
const codeIn = (thrown: unknown): number | undefined => {
  if (!(thrown instanceof Error) || !('transactionCode' in thrown)) return undefined;
  const named = Object.entries(peer.TxValidationCode) as readonly (readonly [string, number])[];
  return named.find(([name]) => name === thrown.transactionCode)?.[1];
};

/** What was thrown while a commit was awaited: invalid with its code, or unknown. */
export const commitFailure = (thrown: unknown, txId: string): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  const code = codeIn(thrown);
  if (code !== undefined) return newInvalid(txId, code);
  const status = thrown instanceof TimeoutError ? 'DEADLINE_EXCEEDED' : 'UNAVAILABLE';
  return new LedgerError('commit', textOf(thrown), { txId, status });
};
