/** The product's contracts on an embedded network in a temporary folder, opened by a regulator. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { findAct } from '@yaosu/chaincode/model/acts';
import { networkActs } from '@yaosu/chaincode/model/network/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { EnterpriseRole, KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { hostEnterprise, MSP_IDS, REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';
import { newEmbeddedIdentities, type EmbeddedIdentities } from '@yaosu/identity';
import type { Committed, Ledger, LedgerCall, LedgerIdentity } from '@yaosu/network';
import { LedgerError } from '@yaosu/network';
import {
  CHAINCODE,
  CHANNEL,
  PRODUCT,
  openEmbeddedLedger,
  type ClientSteps,
  type EmbeddedOptions,
  type Endorsed,
} from '@yaosu/network/embedded';
import {
  argumentOf,
  envelopeOf,
  newActor,
  newCommand,
  proposal,
  type Actor,
  type CommandDraft,
} from './actor.js';
import { StateIndex } from './state-index.js';

const MAX_MESSAGES = 200;
/** Endorsers that satisfy the chaincode's policy and every key's: the tests of rules are not tests of policies. */
const ALL: readonly MspId[] = MSP_IDS;

/** What a test may say of a command. */
export type Draft = Omit<CommandDraft, 'ledgerId' | 'capturedAt'> & {
  readonly ledgerId?: string;
  readonly capturedAt?: string;
};

/** How peers run; by default in this thread, one for all endorsers as `npm start` has it. */
export type Running = Pick<EmbeddedOptions, 'peerThreads' | 'countersign' | 'curveThread'>;

/** Entries of a transient map. */
type Transient = Readonly<Record<string, Uint8Array>>;

/** What goes beside a command. */
export interface Hints {
  readonly picks?: readonly string[];
  /** Undefined: what the act carries, as far as {@link TestNetwork.kept} has it. */
  readonly carried?: Transient;
  readonly endorsers?: readonly MspId[];
}

/** What a test needs of a ledger, the embedded one or a real one. */
export type TestLedger = Ledger & Pick<ClientSteps, 'endorse' | 'broadcast' | 'block'>;

/** An open network and its regulator. */
export class TestNetwork {
  readonly ledgerId = randomBytes(16).toString('hex');
  readonly regulator = newActor('nmpa');
  /** Keys of the organisations' own gateways, which sign consequences. */
  readonly hosts: ReadonlyMap<string, Actor> = new Map(
    MSP_IDS.map((mspId) => [mspId, newActor(hostEnterprise(mspId))]),
  );
  /** Who endorses when nothing else is said. */
  endorsers = ALL;
  readonly relays: ReadonlyMap<string, LedgerIdentity>;
  readonly state: StateIndex;
  /** Picks of every transaction that had some: the ledger keeps no transient data. */
  readonly picks = new Map<string, readonly string[]>();
  /** What acts carry, by digest, as a vault keeps it. */
  readonly kept = new Map<string, Uint8Array>();
  /** What every transaction carried. */
  readonly carried = new Map<string, Transient>();

  private constructor(
    readonly ledger: TestLedger,
    relays: readonly LedgerIdentity[],
    /** Keys of an embedded network, whose folder is removed with it. */
    readonly embedded?: { readonly identities: EmbeddedIdentities; readonly folder: string },
  ) {
    this.relays = new Map(relays.map((relay) => [relay.mspId, relay]));
    this.state = new StateIndex(ledger);
  }

  /** A network whose ledger is not opened yet. */
  static async start(chaincode = PRODUCT, running: Running = {}): Promise<TestNetwork> {
    const identities = await newEmbeddedIdentities();
    const { organisations, orderer } = identities;
    const folder = await mkdtemp(join(tmpdir(), 'yaosu-contracts-'));
    const ledger = await openEmbeddedLedger({
      folder,
      channel: CHANNEL,
      organisations,
      orderer,
      chaincodes: [chaincode],
      ...running,
      maxMessageCount: MAX_MESSAGES,
      batchTimeoutMs: 0,
      timeWindowCheck: true,
      now: () => Date.now(),
    });
    return new TestNetwork(
      ledger,
      organisations.map(({ relay }) => relay),
      { identities, folder },
    );
  }

  /** A network opened by its regulator. */
  static async open(running: Running = { countersign: true }): Promise<TestNetwork> {
    const network = await TestNetwork.start(PRODUCT, running);
    await network.submit(network.opening(), REGULATOR);
    return network;
  }

  /** A network on a ledger that has nothing on it yet, opened by its regulator. */
  static async over(ledger: TestLedger, relays: readonly LedgerIdentity[]): Promise<TestNetwork> {
    const network = new TestNetwork(ledger, relays);
    await network.submit(network.opening(), REGULATOR);
    return network;
  }

  async close(): Promise<void> {
    await this.ledger.close();
    if (this.embedded !== undefined) await rm(this.embedded.folder, { recursive: true, force: true });
  }

  /** The signed opening of this network. */
  opening(): Envelope {
    const { ledgerId, regulator } = this;
    const person = ['passkey', 'passkey-unattested', 'device'];
    const escrow = { subject: 'drug', keyId: ESCROW_KEY_ID, publicKey: newActor('nmpa').publicKey };
    const payload = {
      ledgerId,
      demo: true,
      predecessor: null,
      kinds: { quality: person, person, machine: [...person, 'service', 'logger'], consequence: ['host'] },
      behaviours: {},
      escrows: [escrow],
      enterprise: regulator.enterprise,
      name: '国家药品监督管理局',
      authority: { subject: 'drug', area: '00' },
      encryption: newActor('nmpa').publicKey,
      key: proposal(regulator, ['root']),
      hosts: [...this.hosts].map(([mspId, host]) => ({
        mspId,
        key: { ...proposal(host, [], 'host'), person: null },
      })),
    };
    return this.envelope({ act: networkActs.open, actors: [regulator], payload });
  }

  /** A command of these actors, signed by all of them. */
  envelope(draft: Draft): Envelope {
    const defaults = { ledgerId: this.ledgerId, capturedAt: new Date().toISOString() };
    return envelopeOf(newCommand({ ...defaults, ...draft }), draft.actors);
  }

  /** Sends an envelope through an organisation's relay and waits for its block. @throws LedgerError */
  submit(envelope: Envelope, through: MspId, hints: Hints = {}): Promise<Committed> {
    const carried = hints.carried ?? this.#carriedBy(envelope);
    const { contract, act } = envelope.command;
    return this.send(contract, act, argumentOf(envelope), through, { ...hints, carried });
  }

  /** Has an envelope endorsed by these organisations, whether that is enough or not, and keeps it. @throws LedgerError */
  hold(envelope: Envelope, through: MspId, hints: Hints = {}): Promise<Endorsed> {
    const { contract, act } = envelope.command;
    const carried = this.#carriedBy(envelope);
    const call = this.#callOf(contract, act, argumentOf(envelope), { carried, ...hints });
    return this.ledger.endorse(CHAINCODE, call, this.#relayOf(through));
  }

  /** Sends any text to any function. @throws LedgerError */
  async send(
    contract: string,
    fn: string,
    text: string,
    through: MspId,
    hints: Hints = {},
  ): Promise<Committed> {
    const call = this.#callOf(contract, fn, text, hints);
    const committed = await this.ledger.submit(call, this.#relayOf(through));
    const { picks = [], carried = {} } = hints;
    if (picks.length > 0) this.picks.set(committed.txId, picks);
    if (Object.keys(carried).length > 0) this.carried.set(committed.txId, carried);
    return committed;
  }

  /** Registers an enterprise and returns the holder of its root key. */
  async register(
    enterprise: string,
    roles: readonly EnterpriseRole[],
    hostMsp: MspId,
    subject = 'drug',
  ): Promise<Actor> {
    const root = newActor(enterprise);
    const authority = roles.includes('authority') ? { subject, area: '32' } : null;
    const payload = {
      enterprise,
      name: enterprise,
      roles,
      hostMsp,
      authority,
      encryption: newActor(enterprise).publicKey,
      key: proposal(root, ['root']),
    };
    const act = enterpriseActs.register as Act;
    const actors = [this.regulator, root];
    await this.submit(this.envelope({ act, actors, payload }), REGULATOR);
    return root;
  }

  /** Admits a person of an enterprise with these functions. */
  async admit(
    root: Actor,
    functions: readonly KeyFunction[],
    through: MspId,
    person?: string,
  ): Promise<Actor> {
    const actor = newActor(root.enterprise, person);
    const payload = { enterprise: root.enterprise, key: proposal(actor, functions) };
    const actors = [root, actor];
    await this.submit(this.envelope({ act: enterpriseActs.admitKey, actors, payload }), through);
    return actor;
  }

  #callOf(
    contract: string,
    fn: string,
    text: string,
    { picks = [], endorsers = this.endorsers, carried = {} }: Hints,
  ): LedgerCall {
    const hint: Transient = picks.length === 0 ? {} : { picks: Buffer.from(JSON.stringify(picks)) };
    return { contract, fn, args: [text], endorsers, transient: { ...carried, ...hint } };
  }

  #carriedBy({ command: { contract, act, payload } }: Envelope): Transient {
    const carried = findAct(contract, act)?.carries?.(payload) ?? [];
    return Object.fromEntries(
      carried.flatMap(({ name, digest }) => {
        const bytes = this.kept.get(digest);
        return bytes === undefined ? [] : [[name, bytes]];
      }),
    );
  }

  #relayOf(mspId: MspId): LedgerIdentity {
    const relay = this.relays.get(mspId);
    if (relay === undefined) throw new Error(`no organisation ${mspId}`);
    return relay;
  }
}

/** Id of the drug authorities' escrow key. */
export const ESCROW_KEY_ID = 'e5'.repeat(32);

/** The code that a refused call answers with, `VALID` when it was not refused. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'VALID',
    (error: unknown) => {
      if (!(error instanceof LedgerError)) throw error;
      const text = [error.message, ...(error.details.messages ?? [])].join('\n');
      return /\b([A-Z]+(?:_[A-Z]+)+|ALREADY) \{/.exec(text)?.[1] ?? text;
    },
  );
