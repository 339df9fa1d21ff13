import { common, peer } from '@hyperledger/fabric-protos';
import { openEnvelope, type OpenEnvelope } from '../../blocks/open-envelope.js';
import { openTransaction, type OpenTransaction } from '../../blocks/open-transaction.js';
import { parseReadWriteSet, type NamespaceSet } from '../../blocks/read-write-set.js';
import { sha256 } from '../../blocks/sha256.js';
import type { Members } from '../msp/members.js';
import type { Signatory } from '../policy/satisfies.js';

const { TxValidationCode } = peer;

/** An envelope of a block on its way through validation; `code` undefined: nothing against it so far. */
export interface Candidate {
  readonly txId: string;
  readonly code: number | undefined;
  /** Present where the code is undefined and the envelope is no configuration. */
  readonly content?: CandidateContent;
}

/** A transaction whose form and creator are right. */
export interface CandidateContent {
  readonly channelHeader: common.ChannelHeader;
  readonly transaction: OpenTransaction;
  readonly sets: readonly NamespaceSet[];
  /** Endorsers whose signature holds, each once. */
  readonly signatories: readonly Signatory[];
}

/** Carries a validation code out of nested checks. */
class InvalidTransaction extends Error {
  constructor(readonly code: number) {
    super(`Validation code ${String(code)}`);
  }
}

/** Check form, creator, transaction id and proposal hash of an envelope; the first failure gives the code. */
export async function openCandidate(
  bytes: Uint8Array,
  channel: string,
  members: Members,
): Promise<Candidate> {
  let txId = '';
  try {
    const envelope = attempt(TxValidationCode.BAD_PAYLOAD, () => openEnvelope(bytes));
    txId = envelope.channelHeader.getTxId();
    return { txId, code: undefined, content: await openContent(envelope, channel, members) };
  } catch (error) {
    if (error instanceof InvalidTransaction) return { txId, code: error.code };
    throw error;
  }
}

async function openContent(
  envelope: OpenEnvelope,
  channel: string,
  members: Members,
): Promise<CandidateContent> {
  assertHeaders(envelope, channel);
  await assertCreator(envelope, members);
  const transaction = attempt(TxValidationCode.INVALID_ENDORSER_TRANSACTION, () =>
    openTransaction(envelope.data),
  );
  const hash = sha256(
    envelope.channelHeaderBytes,
    envelope.signatureHeaderBytes,
    transaction.proposalPayload,
  );
  if (!hash.equals(transaction.proposalHash))
    throw new InvalidTransaction(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
  const sets = attempt(TxValidationCode.BAD_RWSET, () => parseReadWriteSet(transaction.results));
  const signatories = await findSignatories(transaction, members);
  return { channelHeader: envelope.channelHeader, transaction, sets, signatories };
}

function assertHeaders({ channelHeader }: OpenEnvelope, channel: string): void {
  if (channelHeader.getType() !== common.HeaderType.ENDORSER_TRANSACTION) {
    throw new InvalidTransaction(TxValidationCode.UNKNOWN_TX_TYPE);
  }
  if (channelHeader.getChannelId() !== channel)
    throw new InvalidTransaction(TxValidationCode.TARGET_CHAIN_NOT_FOUND);
}

async function assertCreator(envelope: OpenEnvelope, members: Members): Promise<void> {
  const { creator, nonce, payload, signature, channelHeader } = envelope;
  const member = members.find(creator);
  if (member === undefined || !(await members.isSignedBy(member, payload, signature))) {
    throw new InvalidTransaction(TxValidationCode.BAD_CREATOR_SIGNATURE);
  }
  if (sha256(nonce, creator).toString('hex') !== channelHeader.getTxId()) {
    throw new InvalidTransaction(TxValidationCode.BAD_PROPOSAL_TXID);
  }
}

async function findSignatories(
  { endorsements, responsePayload }: OpenTransaction,
  members: Members,
): Promise<Signatory[]> {
  const found = await Promise.all(
    endorsements.map(async ({ endorser, signature }) => {
      const member = members.find(endorser);
      const isRight =
        member && (await members.isSignedBy(member, Buffer.concat([responsePayload, endorser]), signature));
      return isRight ? member : undefined;
    }),
  );
  // An identity is one object however often it signs.
  return [...new Set(found.filter((member) => member !== undefined))];
}

function attempt<T>(code: number, parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new InvalidTransaction(code);
  }
}
