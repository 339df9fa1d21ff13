import { common, peer } from '@hyperledger/fabric-protos';
import type { Signer } from '../msp/signer.js';
import { endorsementMessage } from '../peers/endorsement.js';
import type { Endorsement } from '../peers/peer.js';
import { newHeader, type Proposal } from './new-proposal.js';

/** What endorsers agreed on, with their signatures. */
export interface EndorsedResponse {
  readonly responsePayload: Uint8Array;
  readonly endorsements: readonly Endorsement[];
}

/** The signed envelope of an endorsed proposal. */
export function newEnvelope(
  proposal: Proposal,
  response: EndorsedResponse,
  signer: Signer,
): Promise<Uint8Array> {
  const action = new peer.TransactionAction();
  action.setHeader(proposal.signatureHeader);
  action.setPayload(newActionPayload(proposal, response).serializeBinary());
  const transaction = new peer.Transaction();
  transaction.addActions(action);
  const payload = new common.Payload();
  payload.setHeader(newHeader(proposal.channelHeader, proposal.signatureHeader));
  payload.setData(transaction.serializeBinary());
  return sealPayload(payload.serializeBinary(), signer);
}

/** An envelope around payload bytes, signed. */
export async function sealPayload(payload: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const envelope = new common.Envelope();
  envelope.setPayload(payload);
  envelope.setSignature(await signer.sign(payload));
  return envelope.serializeBinary();
}

function newActionPayload(proposal: Proposal, response: EndorsedResponse): peer.ChaincodeActionPayload {
  const endorsed = new peer.ChaincodeEndorsedAction();
  endorsed.setProposalResponsePayload(response.responsePayload);
  endorsed.setEndorsementsList(response.endorsements.map(endorsementMessage));
  const payload = new peer.ChaincodeActionPayload();
  payload.setChaincodeProposalPayload(proposal.publicPayload);
  payload.setAction(endorsed);
  return payload;
}
