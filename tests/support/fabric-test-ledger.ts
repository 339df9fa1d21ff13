/** A real network as tests use a ledger: after every write all peers have the same blocks. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { decodeBlock } from '@yaosu/network/blocks';
import { CHAINCODE } from '@yaosu/network/embedded';
import type { Committed, Ledger, LedgerBlock, LedgerCall, LedgerIdentity } from '@yaosu/network';
import { openFabricLedger, openFabricSteps, type FabricSteps } from '@yaosu/network/fabric';
import type { NetworkPlan } from '@yaosu/network/native';
import { signEnvelope } from '../parity/forge-endorsement.js';
import { leadingOrderer } from './fabric.js';
import { TestNetwork, type TestLedger } from './test-network.js';

/** The ledger of a {@link TestNetwork} on Fabric. */
export class FabricTestLedger implements TestLedger {
  #here: MspId[] | undefined;
  /** Whether a write waits until all peers have it; benches measure without. */
  isSettling = true;

  constructor(
    readonly ledger: Ledger,
    readonly steps: FabricSteps,
  ) {}

  /** Peers of the others are down; the first one of these is asked for blocks. */
  reaches(organisations: readonly MspId[]): void {
    this.#here = [...organisations];
    this.steps.ask(organisations[0] ?? '');
  }

  get channelGenesis(): string {
    return this.ledger.channelGenesis;
  }

  evaluate(call: LedgerCall, identity: LedgerIdentity): Promise<Uint8Array> {
    return this.ledger.evaluate(call, identity);
  }

  find(txId: string): ReturnType<Ledger['find']> {
    return this.ledger.find(txId);
  }

  async submit(call: LedgerCall, identity: LedgerIdentity): Promise<Committed> {
    const committed = await this.ledger.submit(call, identity);
    if (this.isSettling) await this.steps.settled(this.#here);
    return committed;
  }

  async endorse(
    chaincode: string,
    call: LedgerCall,
    identity: LedgerIdentity,
  ): ReturnType<TestLedger['endorse']> {
    const { txId, envelope, result } = await this.steps.endorse(chaincode, call, identity);
    return { txId, envelope: signEnvelope(envelope, identity), result };
  }

  broadcast(envelopes: readonly Uint8Array[]): Promise<void> {
    return this.steps.broadcast(envelopes);
  }

  height(): Promise<bigint> {
    return this.steps.height();
  }

  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock> {
    return this.ledger.blocks(from, signal);
  }

  async block(number: bigint): Promise<LedgerBlock> {
    return decodeBlock(await this.blockBytes(number), CHAINCODE);
  }

  blockBytes(number: bigint): Promise<Uint8Array> {
    return this.steps.blockBytes(number);
  }

  async close(): Promise<void> {
    this.steps.close();
    await this.ledger.close();
  }
}

/** Opens the ledger of a network that is up and has nothing on it yet. */
export const openOnFabric = async (plan: NetworkPlan): Promise<TestNetwork> => {
  const profile = plan.places.profile('all');
  const { ledger, identities } = await openFabricLedger(profile);
  const { steps } = await openFabricSteps(profile, await leadingOrderer(plan));
  return TestNetwork.over(new FabricTestLedger(ledger, steps), Object.values(identities));
};
