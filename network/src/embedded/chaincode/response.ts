import { peer } from '@hyperledger/fabric-protos';

const ERROR_THRESHOLD = 400;

/** What a chaincode returned. */
export interface ChaincodeResponse {
  /** As in HTTP; from 400 on the chaincode has refused. */
  readonly status: number;
  readonly message: string;
  readonly payload: Uint8Array;
}

/** Whether the chaincode refused. */
export function isRefusal({ status }: ChaincodeResponse): boolean {
  return status >= ERROR_THRESHOLD;
}

/** The response of `peer.Response` bytes. */
export function parseResponse(bytes: Uint8Array): ChaincodeResponse {
  const response = peer.Response.deserializeBinary(bytes);
  return {
    status: response.getStatus(),
    message: response.getMessage(),
    payload: response.getPayload_asU8(),
  };
}

/** A response as `peer.Response`. */
export function newResponse({ status, message, payload }: ChaincodeResponse): peer.Response {
  const response = new peer.Response();
  response.setStatus(status);
  response.setMessage(message);
  response.setPayload(payload);
  return response;
}
