/** A real network under a gateway, to be hurt: what a fault run works on. */
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
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

/** A network, the gateway on it and what clients were told. */
export class World {
  /** All that any client was ever told. */
  readonly acknowledged: Acknowledged[] = [];
  #administrators: readonly Player[] = [];
  #made = 0;

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

  /** Settles when what was taken over with 202 has ended. @returns those that were refused, in words */
  async settled(
    orders: readonly { readonly order: Order; readonly cmd: string }[],
  ): Promise<readonly string[]> {
    const refused: string[] = [];
    for (const { order, cmd } of orders) {
      let view = await order.by.client.read('operation', { cmd });
      while (view.state === 'received' || view.state === 'sent') {
        await delay(POLL_MS);
        view = await order.by.client.read('operation', { cmd });
      }
      if (view.state === 'refused')
        refused.push(
          `${view.contract}.${view.act} was taken over, then refused: ${JSON.stringify(view.problem)}`,
        );
    }
    return refused;
  }

  /** The blocks of the network. */
  async blocks(): Promise<readonly Uint8Array[]> {
    const { ledger } = await openFabricLedger(this.plan.places.profile('all'));
    try {
      return await blocksOf(ledger);
    } finally {
      await ledger.close();
    }
  }

  /** Ends the gateway, then asks blocks and journal for all invariants. */
  async check(): Promise<readonly Violation[]> {
    await this.server.end('SIGTERM');
    const blocks = await this.blocks();
    return checkEvidence({ blocks, ...(await this.#journal(blocks)), acknowledged: this.acknowledged });
  }

  async dispose(): Promise<void> {
    await this.server.end('SIGTERM');
    await rm(this.server.data, { recursive: true, force: true });
    await this.postgres?.dispose();
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
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    },
  });
