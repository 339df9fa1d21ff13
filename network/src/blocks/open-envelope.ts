import { common } from '@hyperledger/fabric-protos';
import { MessageParts } from './message-parts.js';

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
  const envelope = new MessageParts(bytes);
  const payload = new MessageParts(envelope.bytes(1));
  const headerBytes = payload.find(1);
  if (headerBytes === undefined) throw new Error('The envelope has no header');
  const header = new MessageParts(headerBytes);
  const signatureHeader = new MessageParts(header.bytes(2));
  return {
    payload: envelope.bytes(1),
    signature: envelope.bytes(2),
    channelHeaderBytes: header.bytes(1),
    channelHeader: common.ChannelHeader.deserializeBinary(header.bytes(1)),
    signatureHeaderBytes: header.bytes(2),
    creator: signatureHeader.bytes(1),
    nonce: signatureHeader.bytes(2),
    data: payload.bytes(2),
  };
}

/** MSP id of a serialised identity, empty for none. */
export function mspIdOf(serialised: Uint8Array): string {
  return new MessageParts(serialised).text(1);
}
