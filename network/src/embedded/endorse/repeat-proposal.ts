import { sha256 } from '../../blocks/sha256.js';
import { millisecondsOf } from '../../blocks/timestamp.js';
import type { OpenEnvelope } from '../../blocks/open-envelope.js';
import type { OpenTransaction } from '../../blocks/open-transaction.js';
import { newHeaderBytes, newPayload, newProposalBytes, type Proposal } from './new-proposal.js';

/**
 * The proposal that a transaction came of, with the transient data that the ledger does not hold. It is unsigned: who
 * runs it again trusts the block that it stands in.
 */
export function repeatProposal(
  { channelHeader, channelHeaderBytes, signatureHeaderBytes, creator }: OpenEnvelope,
  { args, chaincode, proposalPayload }: OpenTransaction,
  transient: Proposal['transient'],
): Proposal {
  const header = newHeaderBytes(channelHeaderBytes, signatureHeaderBytes);
  const payload = newPayload({ chaincode, args }, transient);
  return {
    channel: channelHeader.getChannelId(),
    chaincode,
    args,
    transient,
    timestamp: millisecondsOf(channelHeader.getTimestamp()),
    txId: channelHeader.getTxId(),
    creator,
    channelHeader: channelHeaderBytes,
    signatureHeader: signatureHeaderBytes,
    publicPayload: proposalPayload,
    hash: sha256(channelHeaderBytes, signatureHeaderBytes, proposalPayload),
    signed: { bytes: newProposalBytes(header, payload), signature: new Uint8Array() },
  };
}
