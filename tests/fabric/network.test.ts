/** The product on real Fabric: a network from nothing, finished when half done, the ledger port on it, the story. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { systemPorts } from '@yaosu/gateway/ports';
import { playStory } from '@yaosu/gateway/story';
import { Stage } from '@yaosu/gateway/story/stage';
import { LedgerError, type LedgerBlock, type LedgerCall } from '@yaosu/network';
import { openFabricLedger, type OpenedFabric } from '@yaosu/network/fabric';
import {
  bringDown,
  bringUp,
  diagnose,
  newProductPlan,
  requireCommands,
  signalNode,
  statusOf,
  type NetworkPlan,
} from '@yaosu/network/native';
import {
  bringUpOrRemove,
  CONSENSUS,
  FABRIC,
  freePortBase,
  networkFolder,
  removeNetwork,
} from '../support/fabric.js';
import { RunningServer } from '../support/running-server.js';
import { yaosu } from '../support/yaosu.js';

const suite = FABRIC === '' ? describe.skip : describe;
const MINUTES = 60_000;
const TOO_MUCH = 3_000_000;

const newPlan = async (): Promise<NetworkPlan> =>
  newProductPlan(await networkFolder(), {
    commands: await requireCommands(process.env, CONSENSUS),
    portBase: await freePortBase(),
    consensus: CONSENSUS,
    say: () => undefined,
  });

const open = (envelope: string): LedgerCall => ({
  contract: 'Network',
  fn: 'open',
  args: [envelope],
  endorsers: MSP_IDS,
});

const failureOf = async (act: Promise<unknown>): Promise<LedgerError> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('the call should have failed');
};

suite('on real Fabric: the network and the story', () => {
  let plan: NetworkPlan;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    plan = await newPlan();
    await bringUpOrRemove(plan);
  }, 2 * MINUTES);
  afterAll(async () => {
    await server?.dispose();
    await removeNetwork(plan);
  }, MINUTES);

  const withLedger = async <T>(act: (opened: OpenedFabric) => Promise<T>): Promise<T> => {
    const opened = await openFabricLedger(plan.places.profile('all'));
    try {
      return await act(opened);
    } finally {
      await opened.ledger.close();
    }
  };
  const onFabric = (): Readonly<Record<string, string>> => ({
    LEDGER: 'fabric',
    FABRIC_PROFILE: plan.places.profile('all'),
  });
  const publish = async (login: string): Promise<{ readonly block: number }> => {
    const stage = await Stage.open(server?.url ?? '', systemPorts);
    const stored = await stage.store(login, { note: 'while a peer is away' });
    return stage.send(login, documentActs.publish, { ...stored, kind: 'batchRecord', batch: null });
  };
  const blocksOf = (from: bigint): Promise<LedgerBlock[]> =>
    withLedger(async ({ ledger }) => {
      const [height, stop, blocks] = [await ledger.height(), new AbortController(), [] as LedgerBlock[]];
      for await (const block of ledger.blocks(from, stop.signal)) {
        blocks.push(block);
        if (block.number + 1n >= height) stop.abort();
      }
      return blocks;
    });

  test('is up, every node running, one orderer leading, the chaincode committed', async () => {
    const { orderers, leader, peers, sequences } = await statusOf(plan);
    expect([...orderers, ...peers].filter(({ isRunning }) => !isRunning)).toEqual([]);
    expect(orderers.map(({ name }) => name)).toContain(leader);
    expect(new Set(peers.map(({ height }) => height)).size).toBe(1);
    expect(
      peers.every(({ isChaincodeRunning, packages }) => isChaincodeRunning && packages.length === 1),
    ).toBe(true);
    expect(sequences).toEqual({ yaosu: 1 });
    const { next } = await diagnose(plan.topology, plan.places, process.env);
    expect(next).toMatch(/^the network runs: /);
  });

  test(
    'is finished by a second bring-up when it was cut down half way, and keeps its blocks',
    async () => {
      const before = await blocksOf(0n);
      const half = { ...plan.topology, orderers: [], peers: plan.topology.peers.slice(2) };
      expect(await bringDown(half, plan.places)).toHaveLength(4);
      const { next } = await diagnose(plan.topology, plan.places, process.env);
      expect(next).toMatch(/^part of the network runs: /);
      await bringUp(plan);
      const { peers } = await statusOf(plan);
      expect(peers.filter(({ isRunning, isChaincodeRunning }) => !isRunning || !isChaincodeRunning)).toEqual(
        [],
      );
      expect(await blocksOf(0n)).toEqual(before);
    },
    2 * MINUTES,
  );

  test('refuses in the chaincode’s own words, in the order of the endorsers', () =>
    withLedger(async ({ ledger, identities }) => {
      const regulator = identities.RegulatorMSP!;
      const { phase, message, details } = await failureOf(ledger.submit(open('{}'), regulator));
      expect([phase, details.status, details.chaincode]).toEqual(['endorse', 'ABORTED', true]);
      expect(message).toMatch(/^INPUT_INVALID \{/);
      expect(details.messages).toEqual(
        MSP_IDS.map((mspId) => `${mspId}: chaincode response 500, ${message}`),
      );
      const evaluated = await failureOf(ledger.evaluate(open('{}'), regulator));
      expect([evaluated.phase, evaluated.details.status, evaluated.message]).toEqual([
        'evaluate',
        'UNKNOWN',
        message,
      ]);
    }));

  test('refuses what is too big before it is sent, and knows nothing of a transaction that never was', () =>
    withLedger(async ({ ledger, identities }) => {
      const failure = await failureOf(ledger.submit(open('x'.repeat(TOO_MUCH)), identities.RegulatorMSP!));
      expect([failure.phase, failure.details.status]).toEqual(['submit', 'ABORTED']);
      expect(await ledger.find('00'.repeat(32))).toBeUndefined();
    }));

  test(
    'the story is played on it as on the embedded ledger',
    async () => {
      const env = { ...onFabric(), YAOSU_SESSION_CALLS_PER_MINUTE: '100000' };
      server = await RunningServer.start({ env });
      const { acts } = await playStory({ url: server.url, ports: systemPorts });
      expect(acts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
    8 * MINUTES,
  );

  test(
    'another organisation’s peer stands in for a dead one, which gives the same blocks when it is back',
    async () => {
      const { ledger } = await openFabricLedger(plan.places.profile('cdmo'));
      const [from, stop] = [await ledger.height(), new AbortController()];
      const stream = ledger.blocks(from, stop.signal)[Symbol.asyncIterator]();
      const next = async (): Promise<LedgerBlock> => (await stream.next()).value as LedgerBlock;
      try {
        await signalNode(plan.places, 'peer-cdmo', 'SIGKILL');
        const { block } = await publish('cdmo-production');
        const given = [await next()];
        while (given.at(-1)!.number < BigInt(block)) given.push(await next());
        expect(given.map(({ provisional }) => provisional)).toEqual(given.map(() => true));
        await bringUp(plan);
        const again = [await next()];
        while (again.at(-1)!.number < BigInt(block)) again.push(await next());
        expect(again.filter(({ provisional }) => provisional !== true)).toEqual(
          given.map(({ provisional: _, ...block }) => block),
        );
      } finally {
        stop.abort();
        await ledger.close();
      }
    },
    3 * MINUTES,
  );

  test(
    'the read model can be rebuilt from its blocks',
    async () => {
      expect(await server?.end('SIGTERM')).toBe(0);
      const rebuilt = await yaosu('rebuild', server?.data ?? '', onFabric());
      expect(rebuilt.lines.at(-1)).toMatch(/ blocks, 0 differences$/);
    },
    3 * MINUTES,
  );

  test('its blocks are one chain that is read on from any block, and every transaction is found again', async () => {
    const blocks = await blocksOf(0n);
    expect(blocks.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      blocks.slice(0, -1).map(({ headerHash }) => headerHash),
    );
    const middle = Math.floor(blocks.length / 2);
    expect(await blocksOf(BigInt(middle))).toEqual(blocks.slice(middle));
    const written = blocks.flatMap(({ number, transactions }) =>
      transactions
        .filter(({ writes }) => writes.length > 0)
        .map(({ txId, code }) => ({ txId, code, number })),
    );
    expect(written.length).toBeGreaterThan(100);
    const { txId, code, number } = written.at(-1)!;
    await withLedger(async ({ ledger }) => {
      expect(ledger.channelGenesis).toBe(blocks[0]?.headerHash);
      expect(await ledger.find(txId)).toMatchObject({ block: number, code });
    });
  });
});
