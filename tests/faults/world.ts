/** A real network under a gateway, to be hurt: what a fault run works on. */
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { openPostgres } from '@yaosu/gateway/database';
import { openLevelJournal } from '@yaosu/gateway/journal';
import { systemPorts } from '@yaosu/gateway/ports';
import { openSqlJournal, type JournalTables } from '@yaosu/gateway/sql-journal';
import { FIRM } from '@yaosu/gateway/story/cast';
import { signedCommand, type Player } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { Postgres } from '@yaosu/gateway/testing/postgres';
import { openFabricLedger } from '@yaosu/network/fabric';
import type { NetworkPlan } from '@yaosu/network/native';
import { findTools } from '../../bin/find-tools.mjs';
import { checkEvidence } from '../invariants/index.js';
import type { Acknowledged } from '../invariants/acknowledged.js';
import type { Violation } from '../invariants/violation.js';
import { freshGln, site } from '../support/payloads.js';
import { RunningServer } from '../support/running-server.js';
import { blocksOf, readJournal, type JournalRead } from './read-folder.js';
import type { Order } from './workshop.js';

const ADMINISTRATORS = [
  ['cdmo-admin', FIRM.cdmo],
  ['maker-admin', FIRM.maker],
] as const;
const POLL_MS = 200;
/** Longest that a command, taken over with 202, may still be on its way when all before it have ended (I12). */
const SETTLED_MS = 60_000;
/** The gateway says 202 after this. */
const COMMAND_DEADLINE_MS = 4_000;

/** What the gateway has acknowledged of an order. */
type Taken = Acknowledged & { readonly order: Order };

const isOpen = (state: string): boolean => state === 'received' || state === 'sent';

/** A network, the gateway on it and what clients were told. */
export class World {
  /** All that any client was ever told. */
  readonly acknowledged: Acknowledged[] = [];
  #administrators: readonly Player[] = [];
  #made = 0;
  readonly #blocks: Uint8Array[] = [];
  readonly #told = new Set<string>();

  private constructor(
    readonly plan: NetworkPlan,
    /** Undefined where PostgreSQL is not found: the gateway keeps its own. */
    readonly postgres: Postgres | undefined,
    private readonly databaseUrl: string | undefined,
    public server: RunningServer,
    public stage: Stage,
  ) {}

  /** A gateway on a network that is up and empty. */
  static async open(plan: NetworkPlan): Promise<World> {
    const { postgres: command } = findTools();
    const postgres = command === '' ? undefined : await Postgres.start(command);
    const url = await postgres?.newDatabase();
    const server = await startServer(plan, url, {});
    const stage = await Stage.open(server.url, systemPorts);
    const world = new World(plan, postgres, url, server, stage);
    world.#administrators = await Promise.all(ADMINISTRATORS.map(([login]) => stage.as(login)));
    return world;
  }

  /** A write that depends on no other: an administrator adds a site. */
  newOrder(): Order {
    const [turn, act] = [this.#made++ % ADMINISTRATORS.length, enterpriseActs.addSite];
    const [by, [, firm]] = [this.#administrators[turn], ADMINISTRATORS[turn] ?? ADMINISTRATORS[0]];
    if (by === undefined) throw new Error('nobody is there to add a site');
    const payload = site(firm, freshGln());
    const signed = signedCommand(systemPorts, this.stage.ledgerId, act, payload, [by]);
    return { by, act, envelope: () => signed };
  }

  /** Starts the gateway again on the data of the one that is dead, at the same address. */
  async restart(): Promise<void> {
    const { data, url } = this.server;
    this.server = await startServer(this.plan, this.databaseUrl, { data, port: Number(new URL(url).port) });
  }

  /** Settles when what was taken over with 202 has ended. @returns what was refused or does not end, in words */
  async settled(taken: readonly Taken[]): Promise<readonly string[]> {
    const ends: string[] = [];
    for (const { order, cmd } of taken.filter(({ txId }) => txId === null)) {
      const { state, problem } = await this.#ended(order, cmd);
      if (state !== 'committed') ends.push(`${cmd} was taken over, then ${state} ${JSON.stringify(problem)}`);
      // One that hangs is enough; the others would be waited for as long.
      if (isOpen(state)) break;
    }
    return ends;
  }

  /** The blocks of the network; those that were read before are not read again. */
  async blocks(): Promise<readonly Uint8Array[]> {
    const { ledger } = await openFabricLedger(this.plan.places.profile('all'));
    try {
      this.#blocks.push(...(await blocksOf(ledger, BigInt(this.#blocks.length))));
      return this.#blocks;
    } finally {
      await ledger.close();
    }
  }

  /** Ends the gateway, then asks blocks and journal for all invariants. @returns those that were not seen broken before */
  async check(): Promise<readonly Violation[]> {
    await this.server.end('SIGTERM');
    const blocks = await this.blocks();
    const evidence = { blocks, ...(await this.#journal(blocks)), acknowledged: this.acknowledged };
    const violations = checkEvidence(evidence).filter(({ what }) => !this.#told.has(what));
    for (const { what } of violations) this.#told.add(what);
    return violations;
  }

  async dispose(): Promise<void> {
    await this.server.end('SIGTERM');
    await rm(this.server.data, { recursive: true, force: true });
    await this.postgres?.dispose();
  }

  /** How a command ended, or how it is when nothing has come of it for a minute. */
  async #ended({ by }: Order, cmd: string): Promise<ReadAnswer<'operation'>> {
    const deadline = performance.now() + SETTLED_MS;
    let view = await by.client.read('operation', { cmd });
    while (isOpen(view.state) && performance.now() < deadline) {
      await delay(POLL_MS);
      view = await by.client.read('operation', { cmd });
    }
    return view;
  }

  async #journal(blocks: readonly Uint8Array[]): Promise<JournalRead> {
    if (this.databaseUrl === undefined)
      return readJournal(await openLevelJournal(join(this.server.data, 'journal')), blocks);
    const db = openPostgres(this.databaseUrl);
    try {
      return await readJournal(await openSqlJournal((await db).withTables<JournalTables>()), blocks);
    } finally {
      await (await db).destroy();
    }
  }
}

const startServer = (
  { places }: NetworkPlan,
  url: string | undefined,
  where: { readonly data?: string; readonly port?: number },
): Promise<RunningServer> =>
  RunningServer.start({
    ...where,
    env: {
      LEDGER: 'fabric',
      FABRIC_PROFILE: places.profile('all'),
      YAOSU_SESSION_CALLS_PER_MINUTE: '100000',
      YAOSU_COMMAND_DEADLINE_MS: String(COMMAND_DEADLINE_MS),
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    },
  });
