import { peer } from '@hyperledger/fabric-protos';

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

/** Parse the data of an endorser transaction's payload. @throws when a part is missing. */
export function openTransaction(data: Uint8Array): OpenTransaction {
  const [action] = peer.Transaction.deserializeBinary(data).getActionsList();
  if (action === undefined) throw new Error('The transaction has no action');
  const payload = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
  const endorsed = payload.getAction();
  if (endorsed === undefined) throw new Error('The transaction has no endorsed action');
  const response = peer.ProposalResponsePayload.deserializeBinary(endorsed.getProposalResponsePayload_asU8());
  const result = peer.ChaincodeAction.deserializeBinary(response.getExtension_asU8());
  return {
    proposalPayload: payload.getChaincodeProposalPayload_asU8(),
    args: inputArgs(payload.getChaincodeProposalPayload_asU8()),
    responsePayload: endorsed.getProposalResponsePayload_asU8(),
    proposalHash: response.getProposalHash_asU8(),
    chaincode: result.getChaincodeId()?.getName() ?? '',
    results: result.getResults_asU8(),
    events: result.getEvents_asU8(),
    response: result.getResponse(),
    endorsements: endorsed.getEndorsementsList().map((endorsement) => ({
      endorser: endorsement.getEndorser_asU8(),
      signature: endorsement.getSignature_asU8(),
    })),
  };
}

/** The read-write set in what an endorser signed. */
export function resultsOf(responsePayload: Uint8Array): Uint8Array {
  const extension = peer.ProposalResponsePayload.deserializeBinary(responsePayload).getExtension_asU8();
  return peer.ChaincodeAction.deserializeBinary(extension).getResults_asU8();
}

function inputArgs(proposalPayload: Uint8Array): Uint8Array[] {
  const input = peer.ChaincodeProposalPayload.deserializeBinary(proposalPayload).getInput_asU8();
  const spec = peer.ChaincodeInvocationSpec.deserializeBinary(input).getChaincodeSpec();
  return spec?.getInput()?.getArgsList_asU8() ?? [];
}
