/** The port on a real network through `fabric-network`, for firms that keep to its transport. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { common } from '@hyperledger/fabric-protos';
import { decodeBlock } from '../../blocks/decode-block.js';
import {
  LedgerError,
  type Committed,
  type Found,
  type Ledger,
  type LedgerBlock,
  type LedgerCall,
  type LedgerIdentity,
} from '../../ledger.js';
import { foundIn } from '../ledger/found-in.js';
import { assertCallSize, assertEnvelopeSize } from '../ledger/limits.js';
import { isUnknownTransaction } from '../ledger/unknown-transaction.js';
import { blockNumbers } from './block-numbers.js';
import type { LegacyClient } from './legacy-client.js';
import { commitFailure } from './legacy-errors.js';

/** How a ledger is made: clients by their organisations, the own one first. */
export interface LegacyLedgerParts {
  readonly chaincode: string;
  readonly clients: ReadonlyMap<MspId, LegacyClient>;
  readonly own: LegacyClient;
  /** Hash of block 0's header. */
  readonly channelGenesis: string;
}

/** A channel of a real Fabric network. */
export class LegacyLedger implements Ledger {
  readonly channelGenesis: string;
  readonly #parts: LegacyLedgerParts;
  readonly #closing = new AbortController();

  constructor(parts: LegacyLedgerParts) {
    this.#parts = parts;
    this.channelGenesis = parts.channelGenesis;
  }

  async submit(call: LedgerCall, { mspId }: LedgerIdentity): Promise<Committed> {
    assertCallSize(call);
    const { txId, result, size, commit } = await this.#clientOf(mspId).endorse(call);
    assertEnvelopeSize(size, txId);
    try {
      await commit();
    } catch (error) {
      throw commitFailure(error, txId);
    }
    return { txId, block: await this.#blockNumberOf(txId), result };
  }

  evaluate(call: LedgerCall, { mspId }: LedgerIdentity): Promise<Uint8Array> {
    return this.#clientOf(mspId).evaluate(call);
  }

  async *blocks(from: bigint, signal: AbortSignal): AsyncGenerator<LedgerBlock, void, void> {
    const { own, chaincode } = this.#parts;
    const ending = AbortSignal.any([signal, this.#closing.signal]);
    for await (const number of blockNumbers(own.network, from, ending))
      yield decodeBlock(await own.ask('GetBlockByNumber', String(number)), chaincode);
  }

  async height(): Promise<bigint> {
    const bytes = await this.#parts.own.ask('GetChainInfo');
    return BigInt(common.BlockchainInfo.deserializeBinary(bytes).getHeight());
  }

  async blockBytes(number: bigint): Promise<Uint8Array> {
    if (number >= (await this.height())) throw new RangeError(`There is no block ${String(number)}`);
    return this.#parts.own.ask('GetBlockByNumber', String(number));
  }

  async find(txId: string): Promise<Found | undefined> {
    try {
      return foundIn(await this.#parts.own.ask('GetBlockByTxID', txId), txId);
    } catch (error) {
      if (isUnknownTransaction(error)) return undefined;
      throw error;
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, the SDK's end is not
  async close(): Promise<void> {
    this.#closing.abort();
    for (const client of this.#parts.clients.values()) client.close();
  }

  /** The own peer has told of the commit: it knows the block. */
  async #blockNumberOf(txId: string): Promise<bigint> {
    const found = await this.find(txId);
    if (found === undefined)
      throw new LedgerError('commit', `the own peer does not know ${txId} yet`, { txId, status: 'UNKNOWN' });
    return found.block;
  }

  /** An identity uses its own organisation's client where the profile has one. */
  #clientOf(mspId: MspId): LegacyClient {
    return this.#parts.clients.get(mspId) ?? this.#parts.own;
  }
}
