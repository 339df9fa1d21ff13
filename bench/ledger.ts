/** Full signed acts on the embedded ledger against one unsigned row per fsync in the same kind of store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { defaultPeerThreads } from '@yaosu/network/peer-threads';
import { ClassicLevel } from 'classic-level';
import { receivePayload } from '../tests/support/goods.js';
import { receivedShipment, type Underway } from '../tests/support/shipments.js';
import { Stage } from '../tests/support/stage.js';
import { TestNetwork } from '../tests/support/test-network.js';
import { inFlight, median, paceOf, perSecond, quantile } from './harness/measure.js';
import { figureOf, type Report } from './harness/report.js';

const ROUNDS = 3;
const TOGETHER = 64;
const CROWD = 192;
const ALONE = 40;
const ROWS = 1_000;
const PREPARING = 32;
const ROW_BYTES = 4_000;

/** One receipt, signed and with its picks; sending it is what is measured. */
const receiptOf = async (stage: Stage, underway: Underway): Promise<() => Promise<unknown>> => {
  const act: Act = ACTS.Stock.receive;
  const payload = receivePayload(underway);
  const seenHash = await stage.network.state.hashOf(act.declares(payload)[0] ?? '');
  const picks = await stage.network.state.picks(act.takes?.(payload, () => 'wholesaler') ?? []);
  const envelope = stage.network.envelope({
    act,
    actors: [stage.actor('wholesalerKeeper')],
    payload,
    seenHash,
  });
  return () =>
    stage.network.submit(envelope, 'LogisticsMSP', { picks, endorsers: ['LogisticsMSP', 'RegulatorMSP'] });
};

const prepare = async (stage: Stage, count: number): Promise<(() => Promise<unknown>)[]> => {
  const receipts: (() => Promise<unknown>)[] = [];
  const shipments = Array.from({ length: count }, () => async () => {
    receipts.push(await receiptOf(stage, await receivedShipment(stage)));
  });
  await inFlight(PREPARING, shipments);
  return receipts;
};

interface Round {
  readonly crowd: number;
  readonly alone: readonly number[];
  readonly peer: number;
  readonly cpu: number;
}

const MICROSECONDS_PER_MS = 1_000;

const playRound = async (stage: Stage, level: ClassicLevel<string, Buffer>): Promise<Round> => {
  const receipts = await prepare(stage, CROWD + ALONE);
  const before = process.cpuUsage();
  const crowd = await paceOf(CROWD, () => inFlight(TOGETHER, receipts.slice(0, CROWD)));
  const { user, system } = process.cpuUsage(before);
  const alone = await inFlight(1, receipts.slice(CROWD));
  const row = Buffer.alloc(ROW_BYTES, 'r');
  const rows = Array.from({ length: ROWS }, (_, i) => () => level.put(String(i), row, { sync: true }));
  const peer = await paceOf(ROWS, () => inFlight(1, rows));
  const cpu = (user + system) / MICROSECONDS_PER_MS / crowd.milliseconds;
  return { crowd: perSecond(crowd), alone, peer: perSecond(peer), cpu };
};

const playRounds = async (stage: Stage, level: ClassicLevel<string, Buffer>): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  await playRound(stage, level);
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await playRound(stage, level));
  return rounds;
};

const reportOf = (rounds: readonly Round[]): Report => {
  const alone = rounds.flatMap((round) => round.alone);
  const cpu = median(rounds.map((round) => round.cpu));
  return {
    figures: [
      figureOf(
        `Stock.receive, ${String(TOGETHER)} in flight`,
        'tx/s',
        rounds.map(({ crowd }) => crowd),
        { atLeast: 450 },
      ),
      figureOf(
        'unsigned row per fsync, LevelDB',
        'rows/s',
        rounds.map(({ peer }) => peer),
      ),
      figureOf(
        'ratio',
        'of the peer',
        rounds.map(({ crowd, peer }) => crowd / peer),
        { atLeast: 0.1 },
      ),
      figureOf(
        'Stock.receive alone, p50',
        'ms',
        rounds.map((round) => median(round.alone)),
        { atMost: 6 },
      ),
      { name: 'Stock.receive alone, p95', unit: 'ms', value: quantile(alone, 0.95) },
    ],
    bounds: `JavaScript on ${cpu.toFixed(2)} cores while ${String(TOGETHER)} are in flight; one fsync a block`,
  };
};

/** Receipts of goods: signed by a person, proposed by a relay, endorsed by two, ordered, validated, on the disk. */
export const ledger = async (): Promise<Report> => {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-bench-'));
  const stage = await Stage.enter(
    await TestNetwork.open({ peerThreads: defaultPeerThreads(), countersign: true, curveThread: true }),
  );
  stage.network.endorsers = ['RegulatorMSP', 'LogisticsMSP', 'ManufacturerMSP'];
  const level = new ClassicLevel<string, Buffer>(folder, { valueEncoding: 'buffer' });
  try {
    return reportOf(await playRounds(stage, level));
  } finally {
    await level.close();
    await stage.network.close();
    await rm(folder, { recursive: true, force: true });
  }
};
