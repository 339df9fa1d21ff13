import { peer } from '@hyperledger/fabric-protos';
import { decodeBlock, resultAt } from '../blocks/decode-block.js';
import { newInvalid } from '../failures.js';
import type { Committed, Found, Ledger, LedgerBlock, LedgerCall, LedgerIdentity } from '../ledger.js';
import { BlockFeed } from './block-feed.js';
import type { ChaincodeDefinition, ClientSteps, Endorsed } from './definition.js';
import { Gateway } from './endorse/gateway.js';
import { committedSequence, newDefinitionEnvelope } from './lifecycle.js';
import { Orderer } from './order/orderer.js';
import { Outcomes } from './outcomes.js';
import type { Committer } from './validate/committer.js';
import type { World } from './world.js';

const { VALID } = peer.TxValidationCode;

type EvaluateArgs =
  | [call: LedgerCall, identity: LedgerIdentity]
  | [chaincode: string, call: LedgerCall, identity: LedgerIdentity, channel?: string];

/** Fabric's semantics in one process: endorses, orders, validates and stores. */
export class EmbeddedLedger implements Ledger, ClientSteps {
  readonly #gateway: Gateway;
  readonly #orderer: Orderer;
  readonly #outcomes: Outcomes;
  readonly #feed: BlockFeed;
  /** Definitions by the transaction that puts them in force. */
  readonly #definitions = new Map<string, ChaincodeDefinition>();

  constructor(
    readonly world: World,
    readonly committer: Committer,
  ) {
    this.#gateway = new Gateway(world);
    this.#outcomes = new Outcomes(world.store);
    this.#feed = new BlockFeed(world.store, () => committer.height);
    this.#orderer = new Orderer({
      ...world.options,
      onTaken: (envelope) => {
        committer.expect(envelope);
      },
      commit: (envelopes) => this.#commit(envelopes),
      onFailure: (error) => {
        this.#fail(error);
      },
    });
  }

  get channelGenesis(): string {
    return decodeBlock(this.#feed.bytes(0n)).headerHash;
  }

  async submit(call: LedgerCall, identity: LedgerIdentity): Promise<Committed> {
    const { txId, envelope, result } = await this.endorse(this.#defaultChaincode(), call, identity);
    this.#orderer.broadcast([envelope]);
    const { block, code } = await this.#outcomes.wait(txId);
    if (code !== VALID) throw newInvalid(txId, code);
    return { txId, block: BigInt(block), result };
  }

  evaluate(...args: EvaluateArgs): Promise<Uint8Array> {
    const [chaincode, call, identity, channel] =
      typeof args[0] === 'string'
        ? (args as [string, LedgerCall, LedgerIdentity, string?])
        : ([this.#defaultChaincode(), ...args] as [string, LedgerCall, LedgerIdentity]);
    return this.#gateway.evaluate({
      chaincode,
      call,
      identity,
      channel: channel ?? this.world.options.channel,
    });
  }

  endorse(
    chaincode: string,
    call: LedgerCall,
    identity: LedgerIdentity,
    channel = this.world.options.channel,
  ): Promise<Endorsed> {
    return this.#gateway.endorse({ chaincode, call, identity, channel });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port reports a refusal as a rejection
  async broadcast(envelopes: readonly Uint8Array[]): Promise<void> {
    this.#orderer.broadcast(envelopes);
  }

  async outcome(txId: string): Promise<{ readonly block: bigint; readonly code: number }> {
    const { block, code } = await this.#outcomes.wait(txId);
    return { block: BigInt(block), code };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, the index is not
  async find(txId: string): Promise<Found | undefined> {
    const place = this.#outcomes.find(txId);
    if (place === undefined) return undefined;
    const block = BigInt(place.block);
    return { block, code: place.code, result: resultAt(this.#feed.bytes(block), place.index) };
  }

  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock> {
    return this.#feed.read(from, signal);
  }

  async block(number: bigint): Promise<LedgerBlock> {
    return decodeBlock(await this.blockBytes(number));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, the store is not
  async blockBytes(number: bigint): Promise<Uint8Array> {
    return this.#feed.bytes(number);
  }

  height(): Promise<bigint> {
    return Promise.resolve(BigInt(this.committer.height));
  }

  upgrade(definition: ChaincodeDefinition): Promise<void> {
    const sequence = committedSequence(this.world, definition.name) + 1;
    return this.deploy({ ...definition, sequence });
  }

  /** Put a definition in force as it is; it takes effect with its block. */
  async deploy(definition: ChaincodeDefinition): Promise<void> {
    const { txId, envelope } = await newDefinitionEnvelope(this.world, definition);
    this.#definitions.set(txId, definition);
    this.#orderer.broadcast([envelope], true);
    const { code } = await this.#outcomes.wait(txId);
    if (code !== VALID) throw newInvalid(txId, code);
  }

  /** Start a definition that the ledger has already. */
  install(definition: ChaincodeDefinition): void {
    this.world.definitions.set(definition);
    this.world.peers.install(definition);
  }

  async close(): Promise<void> {
    await this.#orderer.close();
    this.#outcomes.fail(new Error('The ledger is closed'));
    this.#feed.end();
    await this.world.peers.close();
    await this.world.curve.close();
    await this.world.store.close();
  }

  async #commit(envelopes: readonly Uint8Array[]): Promise<void> {
    const { transactions } = await this.committer.append(envelopes);
    for (const { txId, code } of transactions) {
      const definition = this.#definitions.get(txId);
      this.#definitions.delete(txId);
      if (definition && code === VALID) this.install(definition);
    }
    this.#outcomes.settle(transactions.map(({ txId }) => txId));
    this.#feed.wake();
  }

  #fail(error: Error): void {
    this.#outcomes.fail(error);
    this.#feed.end(error);
    this.world.options.onFatal?.(error);
  }

  #defaultChaincode(): string {
    const [first] = this.world.options.chaincodes;
    if (first === undefined) throw new Error('The embedded network has no chaincode');
    return first.name;
  }
}
