import { peer } from '@hyperledger/fabric-protos';
import { wireMessage } from '../../blocks/wire-writer.js';
import type { ChaincodeDefinition } from '../definition.js';
import { newMessage, newRefusal } from './message.js';
import { parseResponse, type ChaincodeResponse } from './response.js';
import { connectChaincode, newChaincode, type MessageStream } from './shim.js';

const { Type } = peer.ChaincodeMessage;
const FAILED = 500;

/** One transaction to be run. */
export interface Execution {
  readonly txId: string;
  readonly channel: string;
  readonly args: readonly Uint8Array[];
  /** Bytes of a `peer.Proposal` and the creator's signature over them. */
  readonly signed: { readonly bytes: Uint8Array; readonly signature: Uint8Array };
  /** Answers a request that the contract makes while it runs. @throws with the reason of a refusal. */
  readonly serve: (request: peer.ChaincodeMessage) => peer.ChaincodeMessage | Promise<peer.ChaincodeMessage>;
}

/** How a transaction ended. */
export interface Completion {
  readonly response: ChaincodeResponse;
  readonly event: peer.ChaincodeEvent | undefined;
}

interface Running extends Execution {
  readonly complete: (completion: Completion) => void;
}

/** One organisation's process of a chaincode, seen from its peer: fabric-shim runs at the other end of the stream. */
export class ChaincodeProcess {
  readonly #running = new Map<string, Running>();
  #deliver: (message: peer.ChaincodeMessage) => void = () => undefined;

  constructor({ name, contracts }: ChaincodeDefinition) {
    const stream: MessageStream = {
      on: (event, listener) => {
        if (event === 'data') this.#deliver = listener;
      },
      write: (message) => {
        this.#receive(message);
      },
      end: () => undefined,
    };
    const id = new peer.ChaincodeID();
    id.setName(name);
    const greeting = newMessage({ type: Type.REGISTER, payload: id.serializeBinary() });
    connectChaincode(newChaincode(contracts), stream, greeting);
  }

  /**
   * Run a transaction to its end.
   * @throws when the same transaction already runs in this chaincode: a chaincode cannot call back into itself.
   */
  execute(execution: Execution): Promise<Completion> {
    const { txId, channel } = execution;
    const key = channel + txId;
    if (this.#running.has(key))
      throw new Error(`execute failed: error sending: txid: ${txId}(${channel}) exists`);
    return new Promise((complete) => {
      this.#running.set(key, { ...execution, complete });
      const message = newMessage({
        type: Type.TRANSACTION,
        txId,
        channel,
        payload: encodeInput(execution.args),
      });
      message.setProposal(newSignedProposal(execution.signed));
      this.#deliver(message);
    });
  }

  #receive(message: peer.ChaincodeMessage): void {
    if (message.getType() === Type.REGISTER) {
      this.#deliver(newMessage({ type: Type.REGISTERED }));
      this.#deliver(newMessage({ type: Type.READY }));
      return;
    }
    const key = message.getChannelId() + message.getTxid();
    const running = this.#running.get(key);
    // What a contract still asks after its transaction ended has nobody to answer it.
    if (running === undefined) return;
    if (message.getType() === Type.COMPLETED || message.getType() === Type.ERROR) {
      this.#running.delete(key);
      running.complete(parseCompletion(message));
    } else {
      void this.#answer(running, message);
    }
  }

  async #answer(running: Running, request: peer.ChaincodeMessage): Promise<void> {
    this.#deliver(await answerOf(running, request));
  }
}

async function answerOf(running: Running, request: peer.ChaincodeMessage): Promise<peer.ChaincodeMessage> {
  try {
    return await running.serve(request);
  } catch (error) {
    return newRefusal(request, error instanceof Error ? error.message : String(error));
  }
}

function parseCompletion(message: peer.ChaincodeMessage): Completion {
  if (message.getType() === Type.COMPLETED) {
    return {
      response: parseResponse(message.getPayload_asU8()),
      event: message.getChaincodeEvent(),
    };
  }
  const reason = Buffer.from(message.getPayload_asU8()).toString();
  return { response: { status: FAILED, message: reason, payload: new Uint8Array() }, event: undefined };
}

function newSignedProposal({ bytes, signature }: Execution['signed']): peer.SignedProposal {
  const proposal = new peer.SignedProposal();
  proposal.setProposalBytes(bytes);
  proposal.setSignature(signature);
  return proposal;
}

/** `peer.ChaincodeInput` */
function encodeInput(args: readonly Uint8Array[]): Uint8Array {
  return wireMessage((writer) => {
    for (const arg of args) writer.element(1, arg);
  });
}
