import { randomBytes } from 'node:crypto';
import { common, peer } from '@hyperledger/fabric-protos';
import { sha256 } from '../../blocks/sha256.js';
import { wireMessage, wirePair, type WireWriter } from '../../blocks/wire-writer.js';
import type { Signer } from '../msp/signer.js';
import type { SignedBytes } from '../peers/peer.js';
import { writeTimestamp } from '../../blocks/timestamp.js';

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
      newHeaderBytes(channelHeader, signatureHeader),
      hasTransient ? newPayload(request, request.transient) : publicPayload,
      signer,
    ),
  };
}

/*
 * Numbers are those of fields in Fabric's common/common.proto, peer/proposal.proto and peer/chaincode.proto.
 */

/** Bytes of a `common.Header`, whose two parts stay closed. */
export function newHeaderBytes(channelHeader: Uint8Array, signatureHeader: Uint8Array): Uint8Array {
  return wirePair(channelHeader, signatureHeader);
}

/** Bytes of a signature header. */
export function newSignatureHeader(creator: Uint8Array, nonce: Uint8Array): Uint8Array {
  return wirePair(creator, nonce);
}

function newChannelHeader({ channel, chaincode, timestamp }: ProposalRequest, txId: string): Uint8Array {
  return wireMessage((writer) => {
    writer.uint(1, common.HeaderType.ENDORSER_TRANSACTION);
    writer.message(3, () => {
      writeTimestamp(writer, timestamp);
    });
    writer.string(4, channel);
    writer.string(5, txId);
    writer.message(7, () => {
      writer.message(2, () => {
        writer.string(2, chaincode);
      });
    });
  });
}

/** Bytes of a proposal's payload; with transient data as it goes to peers, without as it goes on the ledger. */
export function newPayload(
  { chaincode, args }: Pick<ProposalRequest, 'chaincode' | 'args'>,
  transient: ProposalRequest['transient'],
): Uint8Array {
  return wireMessage((writer) => {
    writer.message(1, () => {
      writer.message(1, () => {
        writeSpec(writer, chaincode, args);
      });
    });
    for (const [name, value] of Object.entries(transient)) {
      writer.message(2, () => {
        writer.string(1, name);
        writer.bytes(2, value);
      });
    }
  });
}

/** `peer.ChaincodeSpec` */
function writeSpec(writer: WireWriter, chaincode: string, args: readonly Uint8Array[]): void {
  writer.uint(1, peer.ChaincodeSpec.Type.NODE);
  writer.message(2, () => {
    writer.string(2, chaincode);
  });
  writer.message(3, () => {
    for (const arg of args) writer.element(1, arg);
  });
}

async function signProposal(header: Uint8Array, payload: Uint8Array, signer: Signer): Promise<SignedBytes> {
  const bytes = newProposalBytes(header, payload);
  return { bytes, signature: await signer.sign(bytes) };
}

/** Bytes of a `peer.Proposal`. */
export function newProposalBytes(header: Uint8Array, payload: Uint8Array): Uint8Array {
  return wirePair(header, payload);
}
