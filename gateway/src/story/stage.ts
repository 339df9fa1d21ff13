/** Where the story is played: its actors over HTTP, its run id, and what has been played so far. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { sha256Hex, toHex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { ApiError } from '../api/api-error.js';
import { newClient, type Client } from '../api/client.js';
import { storeDocument } from '../api/store-document.js';
import { hostOfLogin } from '../demo/host-of-login.js';
import { pause, type Ports } from '../ports.js';
import { PURPOSES } from './cast.js';
import { committed, enter, signedCommand, type Played, type Player, type Sending } from './player.js';

type Payload = Record<string, unknown>;

const ID_BYTES = 32;
const RUN_BYTES = 4;
const SALT_BYTES = 16;
const POLL_MS = 20;

/** Gateways by the organisations that they serve; an actor logs in at that of its enterprise's host. */
export type Gateways = Readonly<Partial<Record<MspId, string>>>;

const written = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));

/** A figure that is not as the story expects it. */
export class StoryFailed extends Error {
  override readonly name = 'StoryFailed';
}

/** A stage on one server. */
export class Stage {
  readonly #players = new Map<string, Promise<Player>>();
  /** Last block that a gateway was seen to have. */
  readonly #reached = new Map<string, number>();
  readonly played: Played[] = [];
  /** Marks lots and numbers of this run, so that the story passes twice on one server. */
  readonly run: string;
  readonly guest: Client;

  private constructor(
    readonly url: string,
    readonly ports: Ports,
    readonly ledgerId: string,
    private readonly gateways: Gateways,
  ) {
    this.run = toHex(ports.randomBytes(RUN_BYTES)).toUpperCase();
    this.guest = newClient(url);
  }

  /** A stage on a running demo server, or on several, one an organisation. @throws when the network is not open or no demo */
  static async open(url: string, ports: Ports, gateways: Gateways = {}): Promise<Stage> {
    const { ledgerId, demo } = await newClient(url).read('network', {});
    if (ledgerId === null || !demo) throw new StoryFailed(`${url} is no demo network`);
    return new Stage(url, ports, ledgerId, gateways);
  }

  /** The actor of a login, enrolled when first asked for, at a gateway that has all that has been played. */
  async as(login: string): Promise<Player> {
    const known = this.#players.get(login) ?? this.#enter(login);
    this.#players.set(login, known);
    const player = await known;
    await this.#caughtUp(player.url);
    return player;
  }

  async #enter(login: string): Promise<Player> {
    const host = hostOfLogin(login);
    const player = await enter((host === undefined ? undefined : this.gateways[host]) ?? this.url, login);
    player.client.setPurpose(PURPOSES[login]);
    return player;
  }

  /** One gateway has its own writes at once; another has them when its peer has the block. */
  async #caughtUp(url: string): Promise<void> {
    const block = this.played.at(-1)?.block ?? 0;
    if (Object.keys(this.gateways).length === 0 || (this.#reached.get(url) ?? 0) >= block) return;
    const { asOfBlock } = await newClient(url).read('network', {});
    this.#reached.set(url, asOfBlock);
    if (asOfBlock >= block) return;
    await pause(this.ports, POLL_MS);
    await this.#caughtUp(url);
  }

  /** 256 random bits, hex: the id of a record. */
  newId(): string {
    return toHex(this.ports.randomBytes(ID_BYTES));
  }

  /** A digest that stands for words which stay in their author's vault. */
  digest(words: string): string {
    return sha256Hex(`${this.run} ${words}`);
  }

  /** A calendar day so many days from today. */
  day(offset: number): string {
    return this.instant(offset * 24 * 60).slice(0, 10);
  }

  /** An instant so many minutes from now. */
  instant(offsetMinutes: number): string {
    return new Date(this.ports.clock.nowMs() + offsetMinutes * 60_000).toISOString();
  }

  /** Sends an act as an actor; it has to reach the ledger. @throws StoryFailed with the refusal */
  async send(login: string, act: Act, payload: Payload, sending: Sending = {}): Promise<Played> {
    try {
      return await this.#submit(login, act, payload, sending);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const details = canonicalJson(error.details);
      throw new StoryFailed(`${act.contract}.${act.name} by ${login}: ${error.code} ${details}`);
    }
  }

  async #submit(login: string, act: Act, payload: Payload, sending: Sending): Promise<Played> {
    const player = await this.as(login);
    const players = [player, ...(sending.with ?? [])];
    const envelope = await signedCommand(this.ports, this.ledgerId, act, payload, players, sending);
    const played = committed(login, act, await player.client.submit(act, envelope));
    this.played.push(played);
    return played;
  }

  /** Sends an act that has to be refused with this code. @returns the details of the refusal */
  async refused(
    code: string,
    login: string,
    act: Act,
    payload: Payload,
    sending: Sending = {},
  ): Promise<ApiError['details']> {
    try {
      await this.#submit(login, act, payload, sending);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.same(`${act.contract}.${act.name} by ${login}`, error.code, code);
      return error.details;
    }
    throw new StoryFailed(`${act.contract}.${act.name} by ${login} was not refused with ${code}`);
  }

  /** Stores a document in an actor's vault. @returns what a command says of it */
  async store(login: string, content: Payload): Promise<Payload & { document: string }> {
    const { client } = await this.as(login);
    return storeDocument(client, toHex(this.ports.randomBytes(SALT_BYTES)), content);
  }

  /** Wraps an own document for another enterprise. @returns what a grant says of it */
  async share(
    login: string,
    document: string,
    enterprise: string,
  ): Promise<{ document: string; enterprise: string; wrapDigest: string }> {
    const { client } = await this.as(login);
    const { wrapDigest } = await client.call('shareDocument', { document, enterprise });
    return { document, enterprise, wrapDigest };
  }

  /** Compares a figure with the expected one. @throws StoryFailed at the first difference */
  same(what: string, actual: unknown, expected: unknown): void {
    const [is, should] = [written(actual), written(expected)];
    if (is !== should) throw new StoryFailed(`${what}: ${is}, expected ${should}`);
  }
}
