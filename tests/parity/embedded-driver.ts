/** Drives the embedded ledger. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger, LedgerIdentity } from '@yaosu/network';
import { openEmbeddedLedger, type ChaincodeDefinition, type ClientSteps } from '@yaosu/network/embedded';
import type { EmbeddedIdentities } from '@yaosu/identity';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Fate, Held, ParityDriver, ProbeCall, SeenEvent } from './driver.js';
import { readFates } from './fates.js';
import { forgeEndorsement } from './forge-endorsement.js';
import { newParityNetwork } from './network.js';
import type { ChaincodeName } from './row.js';

/** Open a new embedded ledger with the parity network in a folder of its own. */
export async function openEmbeddedDriver(): Promise<ParityDriver> {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-parity-'));
  const { options, identities } = await newParityNetwork(folder);
  const ledger = await openEmbeddedLedger(options);
  return new EmbeddedDriver(
    ledger,
    identities,
    new Map(options.chaincodes.map((one) => [one.name, one])),
    folder,
  );
}

class EmbeddedDriver implements ParityDriver {
  readonly name = 'embedded';
  readonly #clients: ReadonlyMap<MspId, LedgerIdentity>;

  constructor(
    private readonly ledger: Ledger & ClientSteps,
    identities: EmbeddedIdentities,
    private readonly definitions: Map<string, ChaincodeDefinition>,
    private readonly folder: string,
  ) {
    this.#clients = new Map(identities.organisations.map(({ mspId, relay }) => [mspId, relay]));
  }

  height(): Promise<bigint> {
    return this.ledger.height();
  }

  async endorse({ chaincode, by, ...call }: ProbeCall): Promise<Held> {
    return { ...(await this.ledger.endorse(chaincode, call, this.#clientOf(by))), by };
  }

  async submit(held: readonly Held[]): Promise<readonly Fate[]> {
    const from = await this.ledger.height();
    await this.ledger.broadcast(held.map(({ envelope }) => envelope));
    return readFates(this.ledger, held, from);
  }

  evaluate({ chaincode, by, ...call }: ProbeCall): Promise<Uint8Array> {
    return this.ledger.evaluate(chaincode, call, this.#clientOf(by));
  }

  forge(held: Held, mspId: MspId): Held {
    return {
      ...held,
      envelope: forgeEndorsement(held.envelope, this.#clientOf(mspId), this.#clientOf(held.by)),
    };
  }

  endorseAgain(): Promise<Held> {
    return Promise.reject(
      new Error('the steps of a client on the embedded ledger always make a new proposal'),
    );
  }

  async upgrade(chaincode: ChaincodeName): Promise<void> {
    const old = this.definitions.get(chaincode);
    if (!old) throw new Error(`no chaincode ${chaincode}`);
    const next = { ...old, sequence: old.sequence + 1 };
    await this.ledger.upgrade(next);
    this.definitions.set(chaincode, next);
  }

  async events(from: bigint): Promise<readonly SeenEvent[]> {
    const seen: SeenEvent[] = [];
    for (let number = from, height = await this.ledger.height(); number < height; number++) {
      const { transactions } = await this.ledger.block(number);
      for (const { txId, code, event } of transactions)
        if (code === 0 && event) seen.push({ txId, ...event });
    }
    return seen;
  }

  blockBytes(number: bigint): Promise<Uint8Array> {
    return this.ledger.blockBytes(number);
  }

  async close(): Promise<void> {
    await this.ledger.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  #clientOf(mspId: MspId): LedgerIdentity {
    const client = this.#clients.get(mspId);
    if (!client) throw new Error(`no client of ${mspId}`);
    return client;
  }
}
