import { peer } from '@hyperledger/fabric-protos';

const { Type } = peer.ChaincodeMessage;

type MessageType = peer.ChaincodeMessage.TypeMap[keyof peer.ChaincodeMessage.TypeMap];

/** A message of the stream between peer and chaincode. */
export interface MessageParts {
  readonly type: MessageType;
  readonly txId?: string;
  readonly channel?: string;
  readonly payload?: Uint8Array;
}

/** Make a message. */
export function newMessage({
  type,
  txId = '',
  channel = '',
  payload = new Uint8Array(),
}: MessageParts): peer.ChaincodeMessage {
  const message = new peer.ChaincodeMessage();
  message.setType(type);
  message.setTxid(txId);
  message.setChannelId(channel);
  message.setPayload(payload);
  return message;
}

/** The answer to a request of the chaincode. */
export function newReply(request: peer.ChaincodeMessage, payload: Uint8Array): peer.ChaincodeMessage {
  return newMessage({
    type: Type.RESPONSE,
    txId: request.getTxid(),
    channel: request.getChannelId(),
    payload,
  });
}

/** The refusal of a request, in the words of a peer. */
export function newRefusal(request: peer.ChaincodeMessage, reason: string): peer.ChaincodeMessage {
  const name = Object.entries(Type).find(([, type]) => type === request.getType())?.[0] ?? 'UNDEFINED';
  const text = `${name} failed: transaction ID: ${request.getTxid()}: ${reason}`;
  return newMessage({
    type: Type.ERROR,
    txId: request.getTxid(),
    channel: request.getChannelId(),
    payload: Buffer.from(text),
  });
}
