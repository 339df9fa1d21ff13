import { common, msp, peer } from '@hyperledger/fabric-protos';
import type { LedgerIdentity } from '@yaosu/network';
import { signLowS } from './sign-low-s.js';

/**
 * The same envelope with the endorsement of the client's organisation made by that client, signed again by its creator.
 * @throws Error when the organisation has not endorsed.
 */
export function forgeEndorsement(
  envelope: Uint8Array,
  client: LedgerIdentity,
  creator: LedgerIdentity,
): Uint8Array {
  const payload = common.Payload.deserializeBinary(
    common.Envelope.deserializeBinary(envelope).getPayload_asU8(),
  );
  const transaction = peer.Transaction.deserializeBinary(payload.getData_asU8());
  for (const action of transaction.getActionsList()) {
    const chaincodeAction = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
    replaceEndorsement(chaincodeAction.getAction(), client);
    action.setPayload(chaincodeAction.serializeBinary());
  }
  payload.setData(transaction.serializeBinary());
  return newEnvelope(payload.serializeBinary(), creator);
}

function replaceEndorsement(action: peer.ChaincodeEndorsedAction | undefined, client: LedgerIdentity): void {
  const endorsement = action
    ?.getEndorsementsList()
    .find((one) => mspIdOf(one.getEndorser_asU8()) === client.mspId);
  if (!action || !endorsement) throw new Error(`${client.mspId} has not endorsed`);
  const identity = new msp.SerializedIdentity();
  identity.setMspid(client.mspId);
  identity.setIdBytes(Buffer.from(client.certificate));
  const endorser = identity.serializeBinary();
  endorsement.setEndorser(endorser);
  endorsement.setSignature(
    signLowS(Buffer.concat([action.getProposalResponsePayload_asU8(), endorser]), client.privateKey),
  );
}

function mspIdOf(endorser: Uint8Array): string {
  return msp.SerializedIdentity.deserializeBinary(endorser).getMspid();
}

/** An envelope signed by its creator, whether it was signed before or not. */
export function signEnvelope(envelope: Uint8Array, creator: LedgerIdentity): Uint8Array {
  return newEnvelope(common.Envelope.deserializeBinary(envelope).getPayload_asU8(), creator);
}

function newEnvelope(payload: Uint8Array, creator: LedgerIdentity): Uint8Array {
  const envelope = new common.Envelope();
  envelope.setPayload(payload);
  envelope.setSignature(signLowS(payload, creator.privateKey));
  return envelope.serializeBinary();
}
