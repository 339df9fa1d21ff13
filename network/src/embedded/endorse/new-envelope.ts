import { wireMessage, wirePair, type WireWriter } from '../../blocks/wire-writer.js';
import type { Signer } from '../msp/signer.js';
import type { Endorsement } from '../peers/peer.js';
import { newHeaderBytes, type Proposal } from './new-proposal.js';

/** What endorsers agreed on, with their signatures. */
export interface EndorsedResponse {
  readonly responsePayload: Uint8Array;
  readonly endorsements: readonly Endorsement[];
}

/*
 * Numbers are those of fields in Fabric's common/common.proto, peer/transaction.proto and peer/proposal_response.proto.
 */

/** The signed envelope of an endorsed proposal. */
export function newEnvelope(
  proposal: Proposal,
  response: EndorsedResponse,
  signer: Signer,
): Promise<Uint8Array> {
  const transaction = wireMessage((writer) => {
    writer.message(1, () => {
      writer.bytes(1, proposal.signatureHeader);
      writer.message(2, () => {
        writeActionPayload(writer, proposal, response);
      });
    });
  });
  const header = newHeaderBytes(proposal.channelHeader, proposal.signatureHeader);
  return sealPayload(newPayloadBytes(header, transaction), signer);
}

/** Bytes of a `common.Payload`. */
export function newPayloadBytes(header: Uint8Array, data: Uint8Array): Uint8Array {
  return wirePair(header, data);
}

/** An envelope around payload bytes, signed. */
export async function sealPayload(payload: Uint8Array, signer: Signer): Promise<Uint8Array> {
  return wirePair(payload, await signer.sign(payload));
}

/** `peer.ChaincodeActionPayload` */
function writeActionPayload(writer: WireWriter, proposal: Proposal, response: EndorsedResponse): void {
  writer.bytes(1, proposal.publicPayload);
  writer.message(2, () => {
    writer.bytes(1, response.responsePayload);
    for (const { endorser, signature } of response.endorsements) {
      writer.message(2, () => {
        writer.bytes(1, endorser);
        writer.bytes(2, signature);
      });
    }
  });
}
