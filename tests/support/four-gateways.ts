/** Four gateways over one ledger, as four firms would run them: data folder, database, journal, vault and keys of its own each. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { openMemoryDatabase } from '@yaosu/gateway/testing/memory-database';
import { openEmbedded } from '@yaosu/gateway/ledger';
import { startGateway, type Gateway } from '@yaosu/gateway/main';
import type { Ports } from '@yaosu/gateway/ports';
import { shareDemo } from '@yaosu/gateway/share-demo';
import type { Ledger, LedgerIdentity } from '@yaosu/network';
import { freePort } from '@yaosu/network/testing/free-port';

/** A ledger and the identities by which it is reached. */
interface Access {
  readonly ledger: Ledger;
  readonly identities: Readonly<Partial<Record<MspId, LedgerIdentity>>>;
}

/** The network that all gateways reach. */
export interface SharedNetwork {
  /** A connection with the identities of organisations and no others. */
  connect(organisations: readonly MspId[]): Promise<Access>;
  close(): Promise<void>;
}

const DEADLINE_MS = 15_000;
/** Suites of one address ask more than people do. */
const CALLS_A_MINUTE = 100_000;

/** Closing a gateway closes its connection, not the network. */
const connectionTo = (ledger: Ledger): Ledger => {
  const closing = new AbortController();
  return {
    channelGenesis: ledger.channelGenesis,
    submit: (call, identity) => ledger.submit(call, identity),
    evaluate: (call, identity) => ledger.evaluate(call, identity),
    blocks: (from, signal) => ledger.blocks(from, AbortSignal.any([signal, closing.signal])),
    blockBytes: (number) => ledger.blockBytes(number),
    height: () => ledger.height(),
    find: (txId) => ledger.find(txId),
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
};

/** One embedded ledger that several gateways share. */
export const embeddedNetwork = async (folder: string, ports: Ports): Promise<SharedNetwork> => {
  const { ledger, identities } = await openEmbedded(folder, ports.clock);
  return {
    connect: (organisations) =>
      Promise.resolve({
        ledger: connectionTo(ledger),
        identities: Object.fromEntries(organisations.map((mspId) => [mspId, identities[mspId]])),
      }),
    close: () => ledger.close(),
  };
};

/** Gateways by organisations; any of them can be stopped and started again. */
export class FourGateways {
  readonly #running = new Map<MspId, Gateway>();

  private constructor(
    readonly folder: string,
    private readonly network: SharedNetwork,
    private readonly ports: Ports,
    /** Base URLs. */
    readonly urls: Readonly<Record<MspId, string>>,
  ) {}

  /** A network opened by one gateway for all, then handed to four of their own; an embedded one unless another is given. */
  static async start(ports: Ports, other?: SharedNetwork): Promise<FourGateways> {
    const folder = await mkdtemp(join(tmpdir(), 'yaosu-four-'));
    const network = other ?? (await embeddedNetwork(join(folder, 'network'), ports));
    const urls = Object.fromEntries(
      await Promise.all(
        MSP_IDS.map(async (mspId) => [mspId, `http://127.0.0.1:${String(await freePort())}`] as const),
      ),
    ) as Record<MspId, string>;
    const four = new FourGateways(folder, network, ports, urls);
    const from = join(folder, 'opening');
    await (await four.#open(from, MSP_IDS, 0)).close();
    for (const organisation of MSP_IDS)
      await shareDemo({ from, organisation, into: join(folder, organisation) }, ports);
    await Promise.all(MSP_IDS.map((mspId) => four.up(mspId)));
    return four;
  }

  /** A running gateway. */
  of(mspId: MspId): Gateway {
    const gateway = this.#running.get(mspId);
    if (gateway === undefined) throw new Error(`the gateway of ${mspId} is down`);
    return gateway;
  }

  async up(mspId: MspId): Promise<Gateway> {
    const port = Number(new URL(this.urls[mspId]).port);
    const gateway = await this.#open(join(this.folder, mspId), [mspId], port);
    this.#running.set(mspId, gateway);
    return gateway;
  }

  async down(mspId: MspId): Promise<void> {
    await this.of(mspId).close();
    this.#running.delete(mspId);
  }

  async remove(): Promise<void> {
    await Promise.all([...this.#running.values()].map((gateway) => gateway.close()));
    await this.network.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  #open(data: string, organisations: readonly MspId[], port: number): Promise<Gateway> {
    const others = Object.entries(this.urls).filter(([mspId]) => !organisations.includes(mspId as MspId));
    return startGateway({
      config: {
        data,
        port,
        host: '127.0.0.1',
        lan: false,
        ledger: 'embedded',
        gateways: Object.fromEntries(others),
        webhookTargets: [],
        identifierPrefixes: {},
        peerThreads: 0,
        logLevel: process.env['YAOSU_TEST_LOG'] ?? 'silent',
        demo: true,
        story: false,
        commandDeadlineMs: DEADLINE_MS,
        sessionCallsPerMinute: CALLS_A_MINUTE,
        publicCallsPerMinute: CALLS_A_MINUTE,
      },
      ports: this.ports,
      openDatabase: () => openMemoryDatabase(),
      openLedger: () => this.network.connect(organisations),
    });
  }
}
