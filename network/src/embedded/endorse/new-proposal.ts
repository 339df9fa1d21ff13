import { randomBytes } from 'node:crypto';
import { common, peer } from '@hyperledger/fabric-protos';
import { sha256 } from '../../blocks/sha256.js';
import type { Signer } from '../msp/signer.js';
import type { SignedBytes } from '../peers/peer.js';
import { newTimestamp } from './new-timestamp.js';

const NONCE_LENGTH = 24;

/** What a client wants to have run. */
export interface ProposalRequest {
  readonly channel: string;
  readonly chaincode: string;
  readonly args: readonly Uint8Array[];
  readonly transient: Readonly<Record<string, Uint8Array>>;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
}

/** A proposal signed by its creator. */
export interface Proposal extends ProposalRequest {
  readonly txId: string;
  readonly creator: Uint8Array;
  readonly channelHeader: Uint8Array;
  readonly signatureHeader: Uint8Array;
  /** The payload as it goes on the ledger, without transient data. */
  readonly publicPayload: Uint8Array;
  /** What endorsers vouch for having answered. */
  readonly hash: Uint8Array;
  readonly signed: SignedBytes;
}

/** Make and sign a proposal; nonce and creator give it its transaction id. */
export async function newProposal(request: ProposalRequest, signer: Signer): Promise<Proposal> {
  const nonce = randomBytes(NONCE_LENGTH);
  const txId = sha256(nonce, signer.serialised).toString('hex');
  const channelHeader = newChannelHeader(request, txId);
  const signatureHeader = newSignatureHeader(signer.serialised, nonce);
  const publicPayload = newPayload(request, {});
  const hasTransient = Object.keys(request.transient).length > 0;
  return {
    ...request,
    txId,
    creator: signer.serialised,
    channelHeader,
    signatureHeader,
    publicPayload,
    hash: sha256(channelHeader, signatureHeader, publicPayload),
    signed: await signProposal(
      newHeader(channelHeader, signatureHeader).serializeBinary(),
      hasTransient ? newPayload(request, request.transient) : publicPayload,
      signer,
    ),
  };
}

/** A header of two parts that stay closed. */
export function newHeader(channelHeader: Uint8Array, signatureHeader: Uint8Array): common.Header {
  const header = new common.Header();
  header.setChannelHeader(channelHeader);
  header.setSignatureHeader(signatureHeader);
  return header;
}

/** Bytes of a signature header. */
export function newSignatureHeader(creator: Uint8Array, nonce: Uint8Array): Uint8Array {
  const header = new common.SignatureHeader();
  header.setCreator(creator);
  header.setNonce(nonce);
  return header.serializeBinary();
}

function newChannelHeader({ channel, chaincode, timestamp }: ProposalRequest, txId: string): Uint8Array {
  const extension = new peer.ChaincodeHeaderExtension();
  extension.setChaincodeId(newChaincodeId(chaincode));
  const header = new common.ChannelHeader();
  header.setType(common.HeaderType.ENDORSER_TRANSACTION);
  header.setChannelId(channel);
  header.setTxId(txId);
  header.setTimestamp(newTimestamp(timestamp));
  header.setExtension$(extension.serializeBinary());
  return header.serializeBinary();
}

/** Bytes of a proposal's payload; with transient data as it goes to peers, without as it goes on the ledger. */
export function newPayload(
  { chaincode, args }: Pick<ProposalRequest, 'chaincode' | 'args'>,
  transient: ProposalRequest['transient'],
): Uint8Array {
  const input = new peer.ChaincodeInput();
  input.setArgsList([...args]);
  const spec = new peer.ChaincodeSpec();
  spec.setType(peer.ChaincodeSpec.Type.NODE);
  spec.setChaincodeId(newChaincodeId(chaincode));
  spec.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(spec);
  const payload = new peer.ChaincodeProposalPayload();
  payload.setInput(invocation.serializeBinary());
  for (const [name, value] of Object.entries(transient)) payload.getTransientmapMap().set(name, value);
  return payload.serializeBinary();
}

function newChaincodeId(name: string): peer.ChaincodeID {
  const id = new peer.ChaincodeID();
  id.setName(name);
  return id;
}

async function signProposal(header: Uint8Array, payload: Uint8Array, signer: Signer): Promise<SignedBytes> {
  const proposal = new peer.Proposal();
  proposal.setHeader(header);
  proposal.setPayload(payload);
  const bytes = proposal.serializeBinary();
  return { bytes, signature: await signer.sign(bytes) };
}
