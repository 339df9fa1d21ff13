/** The cast on its network. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { LedgerError } from '@yaosu/network';
import { newActor, type Actor } from './actor.js';
import { CAST, FIRMS, NAMES, hostOfName, type FirmName, type Name } from './cast.js';
import { site } from './payloads.js';
import { TestNetwork, codeOf } from './test-network.js';

type Payload = Record<string, unknown>;

/** Who signs first: one of the cast, or an organisation's gateway, which signs consequences. */
export type Signer = Name | MspId;

/** Whether a signer is an organisation's gateway. */
export const isMspId = (signer: Signer): signer is MspId => (MSP_IDS as readonly string[]).includes(signer);

/** Through whose gateway a signer speaks. */
export const hostOfSigner = (signer: Signer): MspId => (isMspId(signer) ? signer : hostOfName(signer));

/** How a command differs from the usual one. */
export interface Sending {
  /** Who signs beside the first, in the order of the act's parties. */
  readonly cosigners: readonly Actor[];
  /** Parts of all signers, where an act has optional parties. */
  readonly roles: readonly string[];
  /** Undefined: the present hash of the subject, null when the act makes it. */
  readonly seenHash: string | null;
  readonly capturedAt: string;
  /** Undefined: all parcels that the act asks for. */
  readonly picks: readonly string[];
  /** Undefined: all; one suffices to be refused. */
  readonly endorsers: readonly MspId[];
}

/** What a valid act answered, and where it stands. */
export interface Answer {
  readonly cmd: string;
  readonly txId: string;
  readonly result: Readonly<Record<string, unknown>>;
}

/** An act that is ready to be sent. */
export interface Composed {
  readonly envelope: Envelope;
  readonly picks: readonly string[];
}

/** A network where everybody is registered. */
export class Stage {
  readonly #actors = new Map<Name, Actor>();

  private constructor(readonly network: TestNetwork) {}

  /** Registers the firms with their sites and admits the cast, on a network of its own unless one is given. */
  static async enter(given?: TestNetwork): Promise<Stage> {
    const network = given ?? (await TestNetwork.open());
    const stage = new Stage(network);
    stage.#actors.set('regulatorRoot', network.regulator);
    stage.#actors.set('envRoot', await network.register('env', ['authority'], 'RegulatorMSP', 'environment'));
    for (const firm of Object.keys(FIRMS) as FirmName[]) {
      const { roles, host } = FIRMS[firm];
      stage.#actors.set(`${firm}Root`, await network.register(firm, roles, host));
    }
    for (const name of NAMES.filter((each) => !stage.#actors.has(each))) {
      const root = stage.#rootOf(name);
      stage.#actors.set(name, await network.admit(root, CAST[name].functions, hostOfName(name)));
    }
    for (const firm of Object.keys(FIRMS) as FirmName[]) {
      await stage.must(`${firm}Root`, ACTS.Enterprise.addSite, site(firm, FIRMS[firm].gln));
    }
    for (const enterprise of ['maker', 'rival'] as const) {
      const { companyPrefix } = FIRMS[enterprise];
      await stage.must('regulatorRoot', ACTS.Enterprise.assignPrefix, { enterprise, companyPrefix });
    }
    return stage;
  }

  actor(name: Name): Actor {
    const found = this.#actors.get(name);
    if (found === undefined) throw new Error(`nobody is ${name}`);
    return found;
  }

  /** Key of an organisation's gateway, which signs consequences. */
  host(mspId: string): Actor {
    return this.network.hosts.get(mspId) ?? newActor('nobody');
  }

  /** The signed envelope of an act, with the parcels that it asks for. */
  compose(first: Signer, act: Act, payload: Payload, sending: Partial<Sending> = {}): Promise<Composed> {
    return this.#compose(this.#signer(first), act, payload, sending);
  }

  /** Sends an act that has to be valid. @throws with the refusal */
  async must(first: Name, act: Act, payload: Payload, sending: Partial<Sending> = {}): Promise<Answer> {
    return this.#submit(this.actor(first), hostOfName(first), act, payload, sending);
  }

  /** Sends a consequence, signed by an organisation's gateway. @throws with the refusal */
  async follow(mspId: MspId, act: Act, payload: Payload, sending: Partial<Sending> = {}): Promise<Answer> {
    return this.#submit(this.host(mspId), mspId, act, payload, sending);
  }

  /** Sends an act; answers VALID or the code of the refusal, for a fact `disputed CAUSE` or its deviations. */
  async send(first: Name, act: Act, payload: Payload, sending: Partial<Sending> = {}): Promise<string> {
    return this.#verdict(this.must(first, act, payload, sending));
  }

  /** As {@link Stage.send} for a consequence. */
  async sendAsHost(
    mspId: MspId,
    act: Act,
    payload: Payload,
    sending: Partial<Sending> = {},
  ): Promise<string> {
    return this.#verdict(this.follow(mspId, act, payload, sending));
  }

  async #verdict(answer: Promise<Answer>): Promise<string> {
    try {
      const { cmd, result } = await answer;
      if (result['outcome'] === 'disputed') {
        const dispute = await this.network.state.record(`disp~${cmd}`);
        return `disputed ${String(dispute?.['cause'])}`;
      }
      const deviations = (result['deviations'] ?? []) as readonly { code: string }[];
      return deviations.length === 0 ? 'VALID' : `deviating ${deviations.map(({ code }) => code).join()}`;
    } catch (error) {
      if (error instanceof LedgerError) return codeOf(Promise.reject(error));
      throw error;
    }
  }

  #signer(signer: Signer): Actor {
    return isMspId(signer) ? this.host(signer) : this.actor(signer);
  }

  #rootOf(name: Name): Actor {
    const { enterprise } = CAST[name];
    const root = NAMES.find((each) => CAST[each].enterprise === enterprise && each.endsWith('Root'));
    return this.actor(root ?? name);
  }

  async #submit(
    first: Actor,
    through: MspId,
    act: Act,
    payload: Payload,
    sending: Partial<Sending>,
  ): Promise<Answer> {
    const { envelope, picks } = await this.#compose(first, act, payload, sending);
    const { endorsers } = sending;
    const { txId, result } = await this.network.submit(envelope, through, {
      picks,
      ...(endorsers === undefined ? {} : { endorsers }),
    });
    const answer = JSON.parse(Buffer.from(result).toString('utf8')) as Answer['result'];
    return { cmd: envelope.command.cmd, txId, result: answer };
  }

  async #compose(
    first: Actor,
    act: Act,
    payload: Payload,
    { cosigners = [], roles, seenHash, capturedAt, picks }: Partial<Sending>,
  ): Promise<Composed> {
    const { network } = this;
    const actors = [first, ...cosigners];
    const seen = seenHash === undefined ? await this.#seen(act, payload) : seenHash;
    const envelope = network.envelope({
      act,
      actors,
      payload,
      seenHash: seen,
      ...(roles === undefined ? {} : { roles }),
      ...(capturedAt === undefined ? {} : { capturedAt }),
    });
    const { parties } = envelope.command;
    const enterpriseOf = (role: string): string =>
      parties.find((party) => party.role === role)?.enterprise ?? '';
    const wanted = act.takes?.(payload, enterpriseOf) ?? [];
    const proposed = picks ?? (wanted.length === 0 ? [] : await network.state.picks(wanted));
    return { envelope, picks: proposed };
  }

  async #seen(act: Act, payload: Payload): Promise<string | null> {
    if (act.creates !== undefined) return null;
    return this.network.state.hashOf(act.declares(payload)[0] ?? '');
  }
}
