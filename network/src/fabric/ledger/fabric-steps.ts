/** Single steps of a client on a real network: endorse, hold, broadcast, read what a block says. */
import { Client, credentials } from '@grpc/grpc-js';
import type { Proposal } from '@hyperledger/fabric-gateway';
import { common, gateway as gatewayMessages, orderer } from '@hyperledger/fabric-protos';
import { LedgerError, type LedgerBlock, type LedgerCall, type LedgerIdentity } from '../../ledger.js';
import { readBlocks, type BlockSource } from './block-stream.js';
import { inPhase } from './errors.js';
import { awaitSameHeight, heightOf } from './heights.js';
import { newProposal } from './proposal.js';

/** Where envelopes go, its TLS root as PEM. */
export interface OrdererAddress {
  readonly address: string;
  readonly tlsRoot: string;
}

/** An endorsed proposal that can be sent to its endorsers again. */
export interface HeldTransaction {
  readonly txId: string;
  /** Bytes of `common.Envelope`, not signed yet. */
  readonly envelope: Uint8Array;
  readonly result: Uint8Array;
  endorseAgain(): Promise<HeldTransaction>;
}

const BROADCAST = '/orderer.AtomicBroadcast/Broadcast';
const { SUCCESS } = common.Status;

/** A client of every organisation's peer, step by step. */
export class FabricSteps {
  readonly #sources: readonly [BlockSource, ...BlockSource[]];
  readonly #orderer: Client;
  /** Whose peer is asked for blocks and heights. */
  #asked: BlockSource;

  constructor(sources: readonly [BlockSource, ...BlockSource[]], { address, tlsRoot }: OrdererAddress) {
    this.#sources = sources;
    this.#asked = sources[0];
    this.#orderer = new Client(address, credentials.createSsl(Buffer.from(tlsRoot)), {
      'grpc.ssl_target_name_override': 'localhost',
      'grpc.max_send_message_length': -1,
    });
  }

  /** Make a proposal and have it endorsed. @throws LedgerError of phase `endorse` */
  endorse(chaincode: string, call: LedgerCall, identity: LedgerIdentity): Promise<HeldTransaction> {
    const contract = this.#sourceOf(identity).connection.contract(chaincode, identity);
    return this.#endorse(newProposal(contract, call), call);
  }

  /** Run a function on the peer of the caller's organisation. @throws LedgerError of phase `evaluate` */
  evaluate(chaincode: string, call: LedgerCall, identity: LedgerIdentity): Promise<Uint8Array> {
    const contract = this.#sourceOf(identity).connection.contract(chaincode, identity);
    const proposal = newProposal(contract, { ...call, endorsers: [identity.mspId] });
    return inPhase('evaluate', () => proposal.evaluate(), { txId: proposal.getTransactionId() });
  }

  /** Hand signed envelopes to an orderer, in this order, in one go. @throws LedgerError of phase `submit` */
  broadcast(envelopes: readonly Uint8Array[]): Promise<void> {
    const stream = this.#orderer.makeBidiStreamRequest(
      BROADCAST,
      (bytes: Uint8Array) => Buffer.from(bytes),
      (bytes) => orderer.BroadcastResponse.deserializeBinary(bytes),
    );
    return new Promise((resolve, reject) => {
      let open = envelopes.length;
      stream.on('data', (answer: orderer.BroadcastResponse) => {
        if (answer.getStatus() !== SUCCESS) reject(refusedBy(answer));
        open -= 1;
        if (open === 0) stream.end();
      });
      stream.on('end', resolve);
      stream.on('error', reject);
      for (const envelope of envelopes) stream.write(envelope);
    });
  }

  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock> {
    return readBlocks(this.#sources, { from }, signal);
  }

  /** Bytes of `common.Block`. */
  blockBytes(number: bigint): Promise<Uint8Array> {
    const { connection, identity } = this.#asked;
    const question = { fn: 'GetBlockByNumber', args: [String(number)] };
    return inPhase('evaluate', () => connection.query(question, identity));
  }

  height(): Promise<bigint> {
    return heightOf(this.#asked);
  }

  /** Asks this organisation's peer for blocks and heights from now on, the profile's first one where it has none. */
  ask(mspId: string): void {
    this.#asked = this.#sources.find(({ identity }) => identity.mspId === mspId) ?? this.#sources[0];
  }

  /** Settles when the peers of these organisations, all unless some are named, have what the asked one has. */
  settled(organisations = this.#sources.map(({ identity }) => identity.mspId)): Promise<void> {
    return awaitSameHeight(this.#asked, organisations);
  }

  close(): void {
    this.#orderer.close();
    for (const { connection } of this.#sources) connection.close();
  }

  async #endorse(proposal: Proposal, call: LedgerCall): Promise<HeldTransaction> {
    const about = { txId: proposal.getTransactionId(), endorsers: call.endorsers };
    const transaction = await inPhase('endorse', () => proposal.endorse(), about);
    const prepared = gatewayMessages.PreparedTransaction.deserializeBinary(transaction.getBytes());
    return {
      txId: about.txId,
      envelope: prepared.getEnvelope()?.serializeBinary() ?? new Uint8Array(),
      result: transaction.getResult(),
      endorseAgain: () => this.#endorse(proposal, call),
    };
  }

  #sourceOf({ mspId }: LedgerIdentity): BlockSource {
    return this.#sources.find(({ identity }) => identity.mspId === mspId) ?? this.#sources[0];
  }
}

const refusedBy = (answer: orderer.BroadcastResponse): LedgerError => {
  const name =
    Object.entries(common.Status).find(([, value]) => value === answer.getStatus())?.[0] ?? 'UNKNOWN';
  const message = `rejected by Ordering Service: status=${name}, info=${answer.getInfo()}`;
  return new LedgerError('submit', message, { status: 'ABORTED' });
};
