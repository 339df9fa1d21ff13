import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { newEmbeddedIdentities, type EmbeddedIdentities } from '@yaosu/identity';
import type { Ledger, LedgerIdentity } from '../../ledger.js';
import type {
  ChaincodeDefinition,
  ClientSteps,
  CollectionDefinition,
  EmbeddedOptions,
  Endorsed,
} from '../definition.js';
import { openEmbeddedLedger } from '../open-embedded-ledger.js';
import { ProbeContract, type Step } from './probe-contract.js';

export const MANUFACTURER = 'ManufacturerMSP';
export const CDMO = 'CdmoMSP';
export const LOGISTICS = 'LogisticsMSP';
export const REGULATOR = 'RegulatorMSP';
const THREE: readonly MspId[] = [MANUFACTURER, CDMO, LOGISTICS];

/** A collection that its members alone read and write. */
export const MEMBERS_ONLY: CollectionDefinition = {
  name: 'shared',
  members: [MANUFACTURER, CDMO],
  requiredPeerCount: 0,
  maxPeerCount: 1,
  blockToLive: 0,
  memberOnlyRead: true,
  memberOnlyWrite: true,
};

/** Who sends a probe and who endorses it. */
export interface ProbeOptions {
  readonly chaincode?: string;
  readonly as?: MspId;
  readonly endorsers?: readonly MspId[];
  readonly transient?: Readonly<Record<string, Uint8Array>>;
}

/** An embedded ledger in a temporary folder, with a contract that runs lists of stub calls. */
export class TestLedger {
  private constructor(
    readonly ledger: Ledger & ClientSteps,
    readonly options: EmbeddedOptions,
    readonly identities: EmbeddedIdentities,
  ) {}

  static async open(changes: Partial<EmbeddedOptions> = {}): Promise<TestLedger> {
    const identities = await newEmbeddedIdentities();
    const options = { ...newOptions(await mkdtemp(join(tmpdir(), 'ledger-')), identities), ...changes };
    return new TestLedger(await openEmbeddedLedger(options), options, identities);
  }

  identity(mspId: MspId): LedgerIdentity {
    const found = this.identities.organisations.find((organisation) => organisation.mspId === mspId);
    if (found === undefined) throw new Error(`No organisation ${mspId}`);
    return found.relay;
  }

  endorse(steps: readonly Step[], options: ProbeOptions = {}): Promise<Endorsed> {
    const { chaincode = 'probe', as = MANUFACTURER, endorsers = THREE, transient = {} } = options;
    const call = { contract: 'Probe', fn: 'run', args: [JSON.stringify(steps)], endorsers, transient };
    return this.ledger.endorse(chaincode, call, this.identity(as));
  }

  /** Codes of held transactions, ordered into one block. */
  async order(...held: readonly Endorsed[]): Promise<number[]> {
    await this.ledger.broadcast(held.map(({ envelope }) => envelope));
    const outcomes = await Promise.all(held.map(({ txId }) => this.ledger.outcome(txId)));
    return outcomes.map(({ code }) => code);
  }

  /** Endorse, order, and give the code. */
  async submit(steps: readonly Step[], options: ProbeOptions = {}): Promise<number | undefined> {
    return (await this.order(await this.endorse(steps, options)))[0];
  }

  async evaluate(steps: readonly Step[], options: ProbeOptions = {}): Promise<unknown[]> {
    const { chaincode = 'probe', as = MANUFACTURER, endorsers = [] } = options;
    const call = { contract: 'Probe', fn: 'run', args: [JSON.stringify(steps)], endorsers };
    return parseResult(await this.ledger.evaluate(chaincode, call, this.identity(as)));
  }

  async close(): Promise<void> {
    await this.ledger.close();
    await rm(this.options.folder, { recursive: true });
  }
}

/** What a probe returned. */
export function parseResult(result: Uint8Array): unknown[] {
  return JSON.parse(Buffer.from(result).toString()) as unknown[];
}

/** A chaincode that runs probes. */
export function newProbeDefinition(changes: Partial<ChaincodeDefinition> = {}): ChaincodeDefinition {
  return {
    name: 'probe',
    version: '1',
    sequence: 1,
    policy: 'MAJORITY',
    collections: [],
    contracts: [ProbeContract],
    ...changes,
  };
}

/** Options of a network of all organisations with one probe chaincode. */
export function newOptions(folder: string, { organisations, orderer }: EmbeddedIdentities): EmbeddedOptions {
  return {
    folder,
    channel: 'main',
    organisations,
    orderer,
    chaincodes: [newProbeDefinition()],
    maxMessageCount: 500,
    batchTimeoutMs: 0,
    timeWindowCheck: false,
    now: Date.now,
  };
}

export const get = (key: string): Step => ({ call: 'getState', args: [key] });
export const put = (key: string, value: string): Step => ({ call: 'putState', args: [key, value] });
export const remove = (key: string): Step => ({ call: 'deleteState', args: [key] });
export const range = (start: string, end: string, take = 1000): Step => ({
  call: 'getStateByRange',
  args: [start, end],
  take,
});
export const history = (key: string): Step => ({ call: 'getHistoryForKey', args: [key], take: 1000 });
