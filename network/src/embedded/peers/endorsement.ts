import type { peer } from '@hyperledger/fabric-protos';
import { wireMessage, type WireWriter } from '../../blocks/wire-writer.js';
import type { ChaincodeResponse } from '../chaincode/response.js';
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

/*
 * Numbers are those of fields in Fabric's peer/proposal_response.proto, peer/proposal.proto and peer/chaincode.proto.
 */

/** Bytes that every endorser of a proposal has to come to by itself (`peer.ProposalResponsePayload`). */
export function newResponsePayload(proposalHash: Uint8Array, result: SimulationResult): Uint8Array {
  return wireMessage((writer) => {
    writer.bytes(1, proposalHash);
    writer.message(2, () => {
      writeAction(writer, result);
    });
  });
}

/** `peer.ChaincodeAction` */
function writeAction(writer: WireWriter, { chaincode, response, event, results }: SimulationResult): void {
  writer.bytes(1, results);
  if (event !== undefined) writer.bytes(2, event.serializeBinary());
  writer.message(3, () => {
    writer.uint(1, response.status);
    writer.string(2, response.message);
    writer.bytes(3, response.payload);
  });
  writer.message(4, () => {
    writer.string(2, chaincode.name);
    writer.string(3, chaincode.version);
  });
}

/** Sign a response payload for an organisation's peer. */
export async function newEndorsement(responsePayload: Uint8Array, signer: Signer): Promise<Endorsement> {
  const { serialised } = signer;
  return { endorser: serialised, signature: await signer.sign(Buffer.concat([responsePayload, serialised])) };
}
