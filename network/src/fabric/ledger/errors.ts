/** What fabric-gateway throws, as the port's error: the same words and codes as on the embedded ledger. */
import { status } from '@grpc/grpc-js';
import { GatewayError } from '@hyperledger/fabric-gateway';
import { newMismatch, saysMismatch } from '../../failures.js';
import { LedgerError, type LedgerPhase } from '../../ledger.js';

const REFUSAL = /chaincode response \d+, ([\s\S]*)$/;
/**
 * What a gateway says of a peer that it knows and cannot reach, or whose chaincode process is gone, and of organisations whose
 * peers it has lost sight of.
 */
const UNREACHED = /^(\w+): .*(?:code = Unavailable|could not launch chaincode|chaincode stream terminated)/;
/** What it says of an evaluation when it sees no peer of those that were asked for. */
const NOBODY = /no peers available to evaluate/;
const UNSEEN = /failed to find any endorsing peers for org\(s\): (.+)$/;
/** What a gateway says when it has asked every orderer in vain; of SmartBFT's, when too few have taken an envelope. */
const UNORDERED = /(?:no|insufficient number of) orderers could successfully process transaction/;
const STATUS_PREFIX = /^\d+ [A-Z_]+: /;

/** What is known of a call before it is answered. */
export interface CallFacts {
  readonly txId?: string;
  /** Peers answer in any order; their words are told in this one. */
  readonly endorsers?: readonly string[];
}

interface Facts {
  readonly txId: string | undefined;
  readonly status: string;
  readonly text: string;
  /** What each node said, after its organisation. */
  readonly messages: readonly string[];
  readonly asked: readonly string[];
}

const factsOf = (error: GatewayError, { txId, endorsers = [] }: CallFacts): Facts => ({
  txId,
  status: status[error.code] ?? 'UNKNOWN',
  text: error.message.replace(STATUS_PREFIX, ''),
  messages: [...error.details]
    .sort((a, b) => endorsers.indexOf(a.mspId) - endorsers.indexOf(b.mspId))
    .map(({ mspId, message }) => `${mspId}: ${message}`),
  asked: endorsers,
});

const detailsOf = ({ txId, status: name, messages }: Facts): LedgerError['details'] => ({
  ...(txId === undefined ? {} : { txId }),
  status: name,
  ...(messages.length === 0 ? {} : { messages }),
});

/** The chaincode's own words stand behind a peer's; on evaluate there are no details. */
const refusalOf = (phase: LedgerPhase, facts: Facts): LedgerError | undefined => {
  const said = phase === 'evaluate' ? [facts.text] : facts.messages;
  const words = said.map((message) => REFUSAL.exec(message)?.[1]).find((one) => one !== undefined);
  if (words === undefined) return undefined;
  return new LedgerError(phase, words, { ...detailsOf(facts), messages: said, chaincode: true });
};

const awayIn = ({ text, messages, asked }: Facts): readonly string[] => [
  ...(NOBODY.test(text) ? asked : []),
  ...messages.flatMap((message) => UNREACHED.exec(message)?.[1] ?? []),
  ...(UNSEEN.exec(text)?.[1]?.split(/,\s*/) ?? []),
];

const ofPeers = (phase: LedgerPhase, facts: Facts): LedgerError => {
  const away = awayIn(facts);
  const details = detailsOf(facts);
  if (away.length === 0) return new LedgerError(phase, facts.text, details);
  return new LedgerError(phase, facts.text, { ...details, status: 'UNAVAILABLE', away });
};

const isMismatch = ({ text, messages }: Facts): boolean => [text, ...messages].some(saysMismatch);

const ofSubmit = (facts: Facts): LedgerError =>
  new LedgerError('submit', facts.text, {
    ...detailsOf(facts),
    ...(UNORDERED.test(facts.text) ? { unordered: true } : {}),
  });

/** What did not come from the gateway service at all. */
const unknownError = (phase: LedgerPhase, thrown: unknown, { txId }: CallFacts): LedgerError => {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new LedgerError(phase, text, { ...(txId === undefined ? {} : { txId }), status: 'UNKNOWN' });
};

/** The port's error for what a phase threw. */
export const ledgerErrorOf = (phase: LedgerPhase, thrown: unknown, about: CallFacts = {}): LedgerError => {
  if (thrown instanceof LedgerError) return thrown;
  if (!(thrown instanceof GatewayError)) return unknownError(phase, thrown, about);
  const facts = factsOf(thrown, about);
  if (phase === 'endorse' && isMismatch(facts)) return newMismatch(facts.txId);
  if (phase === 'submit') return ofSubmit(facts);
  if (phase === 'commit') return new LedgerError(phase, facts.text, detailsOf(facts));
  return refusalOf(phase, facts) ?? ofPeers(phase, facts);
};

/** Run a phase. @throws LedgerError for whatever it throws */
export const inPhase = async <T>(
  phase: LedgerPhase,
  act: () => Promise<T>,
  about: CallFacts = {},
): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw ledgerErrorOf(phase, error, about);
  }
};
