/** Full signed acts on the embedded ledger against one unsigned row per fsync in the same kind of store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import type { Stage } from '../tests/support/stage.js';
import { enterEmbedded } from './harness/embedded-stage.js';
import { inFlight, median, paceOf, perSecond, quantile } from './harness/measure.js';
import { newReceipts } from './harness/receipts.js';
import { figureOf, type Report } from './harness/report.js';

const ROUNDS = 3;
const TOGETHER = 64;
const CROWD = 192;
const ALONE = 40;
const ROWS = 1_000;
const ROW_BYTES = 4_000;

interface Round {
  readonly crowd: number;
  readonly alone: readonly number[];
  readonly peer: number;
  readonly cpu: number;
}

const MICROSECONDS_PER_MS = 1_000;

const playRound = async (stage: Stage, level: ClassicLevel<string, Buffer>): Promise<Round> => {
  const receipts = await newReceipts(stage, CROWD + ALONE);
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
  const stage = await enterEmbedded();
  const level = new ClassicLevel<string, Buffer>(folder, { valueEncoding: 'buffer' });
  try {
    return reportOf(await playRounds(stage, level));
  } finally {
    await level.close();
    await stage.network.close();
    await rm(folder, { recursive: true, force: true });
  }
};
