/** Drives a real Fabric network that is up. */
import type { LedgerIdentity } from '@yaosu/network';
import { openFabricSteps, type FabricSteps, type HeldTransaction } from '@yaosu/network/fabric';
import { raiseSequence, type FabricDefinition, type NetworkPlan } from '@yaosu/network/native';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { leadingOrderer } from '../support/fabric.js';
import type { Fate, Held, ParityDriver, ProbeCall, SeenEvent } from './driver.js';
import { readFates } from './fates.js';
import { forgeEndorsement, signEnvelope } from './forge-endorsement.js';
import type { ChaincodeName } from './row.js';

/** Open a driver on the network of a plan. */
export const openFabricDriver = async (plan: NetworkPlan): Promise<ParityDriver> => {
  const orderer = await leadingOrderer(plan);
  const { steps, identities } = await openFabricSteps(plan.places.profile('all'), orderer);
  return new FabricDriver(steps, plan, identities);
};

class FabricDriver implements ParityDriver {
  readonly name = 'fabric';
  readonly #held = new Map<string, HeldTransaction>();
  readonly #definitions: Map<string, FabricDefinition>;

  constructor(
    private readonly steps: FabricSteps,
    private readonly plan: NetworkPlan,
    private readonly identities: Readonly<Partial<Record<MspId, LedgerIdentity>>>,
  ) {
    this.#definitions = new Map(plan.definitions.map((one) => [one.name, one]));
  }

  height(): Promise<bigint> {
    return this.steps.height();
  }

  async endorse({ chaincode, by, ...call }: ProbeCall): Promise<Held> {
    return this.#keep(await this.steps.endorse(chaincode, call, this.#clientOf(by)), by);
  }

  async submit(held: readonly Held[]): Promise<readonly Fate[]> {
    const from = await this.steps.height();
    await this.steps.broadcast(held.map(({ envelope }) => envelope));
    const fates = await readFates(this.steps, held, from);
    await this.steps.settled();
    return fates;
  }

  evaluate({ chaincode, by, ...call }: ProbeCall): Promise<Uint8Array> {
    return this.steps.evaluate(chaincode, call, this.#clientOf(by));
  }

  forge(held: Held, mspId: MspId): Held {
    const envelope = forgeEndorsement(held.envelope, this.#clientOf(mspId), this.#clientOf(held.by));
    return { ...held, envelope };
  }

  async endorseAgain({ txId, by }: Held): Promise<Held> {
    const known = this.#held.get(txId);
    if (known === undefined) throw new Error(`nothing was endorsed as ${txId}`);
    return this.#keep(await known.endorseAgain(), by);
  }

  async upgrade(chaincode: ChaincodeName): Promise<void> {
    const old = this.#definitions.get(chaincode);
    if (old === undefined) throw new Error(`no chaincode ${chaincode}`);
    const next = { ...old, sequence: old.sequence + 1 };
    await raiseSequence(this.plan, next);
    this.#definitions.set(chaincode, next);
    await this.steps.settled();
  }

  async events(from: bigint): Promise<readonly SeenEvent[]> {
    const seen: SeenEvent[] = [];
    const height = await this.steps.height();
    const stop = new AbortController();
    for await (const { number, transactions } of this.steps.blocks(from, stop.signal)) {
      for (const { txId, code, event } of transactions)
        if (code === 0 && event) seen.push({ txId, ...event });
      if (number + 1n >= height) stop.abort();
    }
    return seen;
  }

  blockBytes(number: bigint): Promise<Uint8Array> {
    return this.steps.blockBytes(number);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, gRPC's close is not
  async close(): Promise<void> {
    this.steps.close();
  }

  #keep(held: HeldTransaction, by: MspId): Held {
    this.#held.set(held.txId, held);
    const { txId, envelope, result } = held;
    return { txId, envelope: signEnvelope(envelope, this.#clientOf(by)), result, by };
  }

  #clientOf(mspId: MspId): LedgerIdentity {
    const client = this.identities[mspId];
    if (client === undefined) throw new Error(`no client of ${mspId}`);
    return client;
  }
}
