/** The port on a real network, through the gateway service of peers. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Contract, Transaction } from '@hyperledger/fabric-gateway';
import { gateway as gatewayMessages } from '@hyperledger/fabric-protos';
import { newInvalid } from '../../failures.js';
import {
  LedgerError,
  type Committed,
  type Found,
  type Ledger,
  type LedgerBlock,
  type LedgerCall,
  type LedgerIdentity,
} from '../../ledger.js';
import { readBlocks, type BlockSource } from './block-stream.js';
import { followBlocks, type BlockFeed } from './follow-blocks.js';
import { inPhase } from './errors.js';
import { foundIn } from './found-in.js';
import { awaitSameHeight, heightOf } from './heights.js';
import { assertCallSize, assertEnvelopeSize } from './limits.js';
import { newProposal } from './proposal.js';
import { isUnknownTransaction } from './unknown-transaction.js';

/** Whether nothing was heard of the peer itself, as opposed to what it says of others. */
const isUnreached = (error: unknown): boolean =>
  error instanceof LedgerError && error.details.status === 'UNAVAILABLE' && error.details.away === undefined;

/** What the first source that can be reached says. @throws what the first one threw when none can be reached */
const throughFirst = async <T>(
  sources: readonly BlockSource[],
  ask: (source: BlockSource) => Promise<T>,
): Promise<T> => {
  let failure: unknown;
  for (const source of sources) {
    try {
      return await ask(source);
    } catch (error) {
      if (!isUnreached(error)) throw error;
      failure ??= error;
    }
  }
  throw failure;
};

const envelopeOf = (transaction: Transaction): Uint8Array =>
  gatewayMessages.PreparedTransaction.deserializeBinary(transaction.getBytes())
    .getEnvelope()
    ?.serializeBinary() ?? new Uint8Array();

/** How a ledger on Fabric is made. */
export interface FabricLedgerParts {
  readonly chaincode: string;
  /** Own peer first; others are asked for blocks while it is away. */
  readonly sources: readonly [BlockSource, ...BlockSource[]];
  /** Other organisations' peers that give provisional blocks while the own ones are away or behind; asked for nothing else. */
  readonly standIns: readonly BlockSource[];
  /** Hash of block 0's header. */
  readonly channelGenesis: string;
}

/** How often heights are compared with other organisations'. */
const LOOK_MS = 5000;

const pauseBetweenLooks = (signal: AbortSignal): Promise<void> =>
  delay(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);

const firstHeight = async ([own, ...others]: readonly [BlockSource, ...BlockSource[]]): Promise<bigint> => {
  let height = heightOf(own);
  for (const other of others) height = height.catch(() => heightOf(other));
  return height;
};

/** A channel of a real Fabric network. */
export class FabricLedger implements Ledger {
  readonly channelGenesis: string;
  readonly #parts: FabricLedgerParts;
  readonly #closing = new AbortController();

  constructor(parts: FabricLedgerParts) {
    this.#parts = parts;
    this.channelGenesis = parts.channelGenesis;
  }

  async submit(call: LedgerCall, identity: LedgerIdentity): Promise<Committed> {
    assertCallSize(call);
    const transaction = await this.#endorse(call, identity);
    const txId = transaction.getTransactionId();
    const about = { txId };
    assertEnvelopeSize(envelopeOf(transaction).length, txId);
    const submitted = await inPhase('submit', () => transaction.submit(), about);
    const { code, blockNumber, successful } = await inPhase('commit', () => submitted.getStatus(), about);
    if (!successful) throw newInvalid(txId, code);
    return { txId, block: blockNumber, result: transaction.getResult() };
  }

  evaluate(call: LedgerCall, identity: LedgerIdentity): Promise<Uint8Array> {
    return throughFirst(this.#nearestTo(identity), (source) => {
      const proposal = newProposal(this.#contractAt(source, identity), call);
      const about = { txId: proposal.getTransactionId(), endorsers: call.endorsers };
      return inPhase('evaluate', () => proposal.evaluate(), about);
    });
  }

  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock> {
    const { sources, standIns } = this.#parts;
    const ending = AbortSignal.any([signal, this.#closing.signal]);
    const own = this.#feedOf(sources);
    if (standIns.length === 0) return own.blocks(from, ending);
    const others = standIns.map((each) => this.#feedOf([each]));
    return followBlocks({ own, standIns: others, pause: pauseBetweenLooks }, from, ending);
  }

  /** Of the first peer that answers, the own ones before those that stand in. */
  height(): Promise<bigint> {
    const { sources, standIns } = this.#parts;
    return firstHeight([...sources, ...standIns]);
  }

  async blockBytes(number: bigint): Promise<Uint8Array> {
    if (number >= (await this.height())) throw new RangeError(`There is no block ${String(number)}`);
    return this.#query('GetBlockByNumber', String(number));
  }

  async find(txId: string): Promise<Found | undefined> {
    const bytes = await this.#blockOf(txId);
    return bytes && foundIn(bytes, txId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, gRPC's close is not
  async close(): Promise<void> {
    this.#closing.abort();
    const { sources, standIns } = this.#parts;
    for (const { connection } of [...sources, ...standIns]) connection.close();
  }

  #feedOf(sources: readonly [BlockSource, ...BlockSource[]]): BlockFeed {
    const { chaincode } = this.#parts;
    return {
      blocks: (from, signal) => readBlocks(sources, { from, chaincode }, signal),
      height: () => firstHeight(sources),
    };
  }

  /** A refusal counts when it comes from peers that have what the own peer has: a commit is awaited on that one alone. */
  async #endorse(call: LedgerCall, identity: LedgerIdentity): Promise<Transaction> {
    try {
      return await this.#propose(call, identity);
    } catch (error) {
      const isRefusal = error instanceof LedgerError && error.details.chaincode === true;
      if (!isRefusal || call.endorsers.length === 0) throw error;
      await this.#awaitEndorsers(call, identity, error);
      return this.#propose(call, identity);
    }
  }

  /** While the own peer cannot be reached there is no height to compare: the refusal stands. */
  async #awaitEndorsers({ endorsers }: LedgerCall, identity: LedgerIdentity, refusal: Error): Promise<void> {
    try {
      await awaitSameHeight(this.#sourceOf(identity), endorsers);
    } catch (error) {
      throw isUnreached(error) ? refusal : error;
    }
  }

  /** The own peer, then the others of the profile, which are asked while that cannot be reached. */
  #nearestTo(identity: LedgerIdentity): readonly BlockSource[] {
    const own = this.#sourceOf(identity);
    return [own, ...this.#parts.sources.filter((other) => other !== own)];
  }

  #propose(call: LedgerCall, identity: LedgerIdentity): Promise<Transaction> {
    return throughFirst(this.#nearestTo(identity), (source) => this.#proposeThrough(source, call, identity));
  }

  #proposeThrough(source: BlockSource, call: LedgerCall, identity: LedgerIdentity): Promise<Transaction> {
    const proposal = newProposal(this.#contractAt(source, identity), call);
    const about = { txId: proposal.getTransactionId(), endorsers: call.endorsers };
    return inPhase('endorse', () => proposal.endorse(), about);
  }

  async #blockOf(txId: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#query('GetBlockByTxID', txId);
    } catch (error) {
      if (isUnknownTransaction(error)) return undefined;
      throw error;
    }
  }

  /** Asks the own peer, and the next one of the profile while that cannot be reached. */
  #query(fn: string, ...args: readonly string[]): Promise<Uint8Array> {
    return throughFirst(this.#parts.sources, ({ connection, identity }) =>
      inPhase('evaluate', () => connection.query({ fn, args }, identity)),
    );
  }

  #contractAt({ connection }: BlockSource, identity: LedgerIdentity): Contract {
    return connection.contract(this.#parts.chaincode, identity);
  }

  /** An identity uses its own organisation's peer where the profile has one. */
  #sourceOf({ mspId }: LedgerIdentity): BlockSource {
    const { sources } = this.#parts;
    return sources.find((source) => source.identity.mspId === mspId) ?? sources[0];
  }
}
