import { peer } from '@hyperledger/fabric-protos';
import { MessageParts } from './message-parts.js';

/** A signature of an endorser over the response payload and its own identity. */
export interface EndorserSignature {
  readonly endorser: Uint8Array;
  readonly signature: Uint8Array;
}

/** The one action of an endorser transaction. */
export interface OpenTransaction {
  /** The proposal's payload without transient data, as it stands on the ledger. */
  readonly proposalPayload: Uint8Array;
  readonly args: readonly Uint8Array[];
  /** What endorsers signed. */
  readonly responsePayload: Uint8Array;
  readonly proposalHash: Uint8Array;
  readonly chaincode: string;
  readonly results: Uint8Array;
  readonly events: Uint8Array;
  readonly response: peer.Response | undefined;
  readonly endorsements: readonly EndorserSignature[];
}

/*
 * Numbers are those of fields in Fabric's peer/transaction.proto, peer/proposal.proto, peer/proposal_response.proto and
 * peer/chaincode.proto.
 */

/** Parse the data of an endorser transaction's payload. @throws when a part is missing. */
export function openTransaction(data: Uint8Array): OpenTransaction {
  const [action] = new MessageParts(data).all(1);
  if (action === undefined) throw new Error('The transaction has no action');
  const payload = new MessageParts(new MessageParts(action).bytes(2));
  const endorsedBytes = payload.find(2);
  if (endorsedBytes === undefined) throw new Error('The transaction has no endorsed action');
  const endorsed = new MessageParts(endorsedBytes);
  const response = new MessageParts(endorsed.bytes(1));
  const result = new MessageParts(response.bytes(2));
  const answer = result.find(3);
  return {
    proposalPayload: payload.bytes(1),
    args: inputArgs(payload.bytes(1)),
    responsePayload: endorsed.bytes(1),
    proposalHash: response.bytes(1),
    chaincode: new MessageParts(result.bytes(4)).text(2),
    results: result.bytes(1),
    events: result.bytes(2),
    response: answer && peer.Response.deserializeBinary(answer),
    endorsements: endorsed.all(2).map(openEndorsement),
  };
}

/** The read-write set in what an endorser signed. */
export function resultsOf(responsePayload: Uint8Array): Uint8Array {
  return new MessageParts(new MessageParts(responsePayload).bytes(2)).bytes(1);
}

function openEndorsement(bytes: Uint8Array): EndorserSignature {
  const endorsement = new MessageParts(bytes);
  return { endorser: endorsement.bytes(1), signature: endorsement.bytes(2) };
}

function inputArgs(proposalPayload: Uint8Array): readonly Uint8Array[] {
  const spec = new MessageParts(new MessageParts(proposalPayload).bytes(1)).bytes(1);
  return new MessageParts(new MessageParts(spec).bytes(3)).all(1);
}
