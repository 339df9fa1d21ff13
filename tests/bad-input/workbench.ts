/** The cast's network with a gateway on it: what is right on the ledger is sent over HTTP, spoilt in one place. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Command, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { REGULATOR } from '@yaosu/chaincode/model/organisations';
import { commandPath } from '@yaosu/gateway/api/client';
import { systemPorts } from '@yaosu/gateway/ports';
import type { Actor } from '../support/actor.js';
import type { Name } from '../support/cast.js';
import type { Right } from '../support/right.js';
import { Stage } from '../support/stage.js';
import { startInProcess, type InProcessGateway } from '../support/story-gateway.js';
import { TestNetwork } from '../support/test-network.js';

type Payload = Record<string, unknown>;

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** A command that is right in every respect. */
export interface Base {
  readonly act: Act;
  readonly actors: readonly Actor[];
  readonly roles: readonly string[];
  readonly payload: Payload;
  readonly seenHash: string | null;
}

/** How a command differs from its base. */
export interface Spoilt {
  readonly payload?: Payload;
  readonly capturedAt?: string;
  readonly actors?: readonly Actor[];
  readonly change?: (command: Command) => Omit<Command, 'cmd'>;
}

const declared = (act: Act, payload: Payload): string | undefined => {
  try {
    return act.declares(payload)[0];
  } catch {
    return undefined;
  }
};

/** The bench. */
export class Workbench {
  readonly #tokens = new Map<string, string>();

  private constructor(
    readonly gateway: InProcessGateway,
    readonly stage: Stage,
  ) {}

  /** The gateway starts before the network is opened, so that it has no errands of its own. */
  static async open(): Promise<Workbench> {
    const network = await TestNetwork.start();
    const { ledger, relays } = network;
    const access = { ledger, identities: Object.fromEntries(relays) };
    const gateway = await startInProcess(systemPorts, () => Promise.resolve(access));
    await network.submit(network.opening(), REGULATOR);
    return new Workbench(gateway, await Stage.enter(network));
  }

  async close(): Promise<void> {
    await this.gateway.remove();
    await this.stage.network.close();
  }

  /** A fresh command of a right, as its first signer sends it. */
  async base(right: Right): Promise<Base> {
    const { stage } = this;
    const { act, may, varies } = right;
    const name: Name = may === 'hosts' ? 'regulatorRoot' : (varies?.first ?? may[0] ?? 'regulatorRoot');
    const { payload, cosigners = [], roles, seenHash } = await right.command(stage, may[0] as Name);
    for (const [sealed, bytes] of stage.network.kept) await this.#keep(sealed, bytes);
    const first = may === 'hosts' ? stage.host(REGULATOR) : stage.actor(name);
    return {
      act,
      actors: [first, ...cosigners],
      roles: roles ?? Object.keys(act.parties),
      payload,
      seenHash: seenHash === undefined ? await this.seen(act, payload) : seenHash,
    };
  }

  /** What the stage sealed lies in the gateway's vault, as if it had been sealed there. */
  async #keep(sealed: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.gateway.folder, 'vault', 'blobs', sealed.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, sealed), bytes);
  }

  /** What a client says that it saw. */
  seen(act: Act, payload: Payload): Promise<string | null> {
    if (act.creates !== undefined) return Promise.resolve(null);
    return this.stage.network.state.hashOf(declared(act, payload) ?? '');
  }

  /** A command of the base's signers, correctly signed, whatever it says. @throws when it has no canonical form */
  envelope(base: Base, { payload = base.payload, capturedAt, actors, change }: Spoilt = {}): Envelope {
    const { act, seenHash } = base;
    const key = declared(act, payload);
    return this.stage.network.envelope({
      act,
      actors: actors ?? base.actors,
      roles: base.roles,
      payload: base.payload,
      seenHash,
      ...(capturedAt === undefined ? {} : { capturedAt }),
      change: (command) => {
        const subject = { ...command.subject, ...(typeof key === 'string' ? { key } : {}) };
        const spoilt = { ...command, payload, subject };
        return change === undefined ? spoilt : change(spoilt);
      },
    });
  }

  /** Sends a text to an act's route, as the first signer of a base. */
  async send({ act, actors }: Pick<Base, 'act' | 'actors'>, body: string): Promise<Reply> {
    return this.post(commandPath(act), body, { 'content-type': 'application/json' }, actors[0]);
  }

  /** Sends anything anywhere. */
  async post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
    by?: Actor,
  ): Promise<Reply> {
    const login: Readonly<Record<string, string>> =
      by === undefined ? {} : { authorization: `Bearer ${await this.token(by)}` };
    const response = await fetch(`${this.gateway.url}${path}`, {
      method: 'POST',
      headers: { ...headers, ...login },
      body,
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  }

  /** A session of a key. */
  async token({ kid }: Actor): Promise<string> {
    const known = this.#tokens.get(kid) ?? (await this.gateway.services.sessions.issueFor(kid));
    this.#tokens.set(kid, known);
    return known;
  }

  /** Waits until the read model has every block. */
  async settled(): Promise<void> {
    const height = await this.stage.network.ledger.height();
    await this.gateway.services.projection.reached(Number(height) - 1);
  }
}
