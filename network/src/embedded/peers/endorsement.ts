import { peer } from '@hyperledger/fabric-protos';
import { newResponse, type ChaincodeResponse } from '../chaincode/response.js';
import type { ChaincodeDefinition } from '../definition.js';
import type { Signer } from '../msp/signer.js';
import type { Endorsement } from './peer.js';

/** What a simulation leads to. */
export interface SimulationResult {
  readonly chaincode: Pick<ChaincodeDefinition, 'name' | 'version'>;
  readonly response: ChaincodeResponse;
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
  action.setResponse(newResponse(result.response));
  action.setChaincodeId(id);
  if (result.event) action.setEvents(result.event.serializeBinary());
  const payload = new peer.ProposalResponsePayload();
  payload.setProposalHash(proposalHash);
  payload.setExtension$(action.serializeBinary());
  return payload.serializeBinary();
}

/** Sign a response payload for an organisation's peer. */
export async function newEndorsement(responsePayload: Uint8Array, signer: Signer): Promise<Endorsement> {
  const { serialised } = signer;
  return { endorser: serialised, signature: await signer.sign(Buffer.concat([responsePayload, serialised])) };
}

/** An endorsement as it stands in a transaction. */
export function endorsementMessage({ endorser, signature }: Endorsement): peer.Endorsement {
  const endorsement = new peer.Endorsement();
  endorsement.setEndorser(endorser);
  endorsement.setSignature(signature);
  return endorsement;
}
