import { common, msp } from '@hyperledger/fabric-protos';

/** An envelope with its headers parsed and its payload's data still closed. */
export interface OpenEnvelope {
  /** What the creator signed. */
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly channelHeaderBytes: Uint8Array;
  readonly channelHeader: common.ChannelHeader;
  readonly signatureHeaderBytes: Uint8Array;
  /** Serialised identity of the creator. */
  readonly creator: Uint8Array;
  readonly nonce: Uint8Array;
  readonly data: Uint8Array;
}

/** Parse the headers of an envelope. @throws when the bytes are not an envelope with both headers. */
export function openEnvelope(bytes: Uint8Array): OpenEnvelope {
  const envelope = common.Envelope.deserializeBinary(bytes);
  const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8());
  const header = payload.getHeader();
  if (header === undefined) throw new Error('The envelope has no header');
  const signatureHeader = common.SignatureHeader.deserializeBinary(header.getSignatureHeader_asU8());
  return {
    payload: envelope.getPayload_asU8(),
    signature: envelope.getSignature_asU8(),
    channelHeaderBytes: header.getChannelHeader_asU8(),
    channelHeader: common.ChannelHeader.deserializeBinary(header.getChannelHeader_asU8()),
    signatureHeaderBytes: header.getSignatureHeader_asU8(),
    creator: signatureHeader.getCreator_asU8(),
    nonce: signatureHeader.getNonce_asU8(),
    data: payload.getData_asU8(),
  };
}

/** MSP id of a serialised identity, empty for none. */
export function mspIdOf(serialised: Uint8Array): string {
  return msp.SerializedIdentity.deserializeBinary(serialised).getMspid();
}
