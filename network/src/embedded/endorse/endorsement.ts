import { peer } from '@hyperledger/fabric-protos';
import type { ChaincodeDefinition } from '../definition.js';
import type { Signer } from '../msp/signer.js';

/** What a simulation leads to. */
export interface SimulationResult {
  readonly chaincode: Pick<ChaincodeDefinition, 'name' | 'version'>;
  readonly response: peer.Response;
  readonly event: peer.ChaincodeEvent | undefined;
  readonly results: Uint8Array;
}

/** Bytes that every endorser of a proposal has to come to by itself. */
export function newResponsePayload(proposalHash: Uint8Array, result: SimulationResult): Uint8Array {
  const id = new peer.ChaincodeID();
  id.setName(result.chaincode.name);
  id.setVersion(result.chaincode.version);
  const action = new peer.ChaincodeAction();
  action.setResults(result.results);
  action.setResponse(result.response);
  action.setChaincodeId(id);
  if (result.event) action.setEvents(result.event.serializeBinary());
  const payload = new peer.ProposalResponsePayload();
  payload.setProposalHash(proposalHash);
  payload.setExtension$(action.serializeBinary());
  return payload.serializeBinary();
}

/** Sign a response payload for an organisation's peer. */
export function newEndorsement(responsePayload: Uint8Array, signer: Signer): peer.Endorsement {
  const endorsement = new peer.Endorsement();
  endorsement.setEndorser(signer.serialised);
  endorsement.setSignature(signer.sign(Buffer.concat([responsePayload, signer.serialised])));
  return endorsement;
}
