/**
 * The resolver out of memory, before the app, against an Express route with a look-up in SQL. Beside the
 * paces stands the processor's time of both servers, without that of the peer's database.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTools } from '../../bin/find-tools.mjs';
import { Postgres } from '../../gateway/src/testing/postgres.js';
import { Choices } from '../../tests/faults/random.js';
import { perSecond, quantile } from '../harness/measure.js';
import { figureOf, type Report } from '../harness/report.js';
import { askedOf, CODES, type Asked } from './codes.js';
import { load } from './load.js';

const SERVE = join(import.meta.dirname, 'serve.ts');
const SEED = 20261129;
const WORD = 2 ** 32;
const ROUNDS = 5;
/** YAOSU_BENCH_REQUESTS=50000 is the short run. */
const REQUESTS = Number(process.env['YAOSU_BENCH_REQUESTS'] ?? '1000000');
/** The peer gets fewer of them, in the same run. */
const PEER_SHARE = 10;
const WARM_UP = 5_000;

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  readonly megabytes: number;
}

interface Round {
  readonly cpu: number;
  readonly pace: number;
  readonly p95: number;
}

const start = async (...args: readonly string[]): Promise<Server> => {
  const child = fork(SERVE, args, { execArgv: [...process.execArgv, '--expose-gc'] });
  const ready: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`the server ${args.join(' ')} ended`);
    }),
  ]);
  return { child, ...(ready[0] as Omit<Server, 'child'>) };
};

/** Milliseconds of the processor that a server has taken so far. */
const cpuOf = async ({ child }: Server): Promise<number> => {
  child.send('cpu');
  const answer: unknown[] = await once(child, 'message');
  return Number(answer[0]);
};

/** A round with one server: milliseconds of its processor a thousand requests, requests a second, p95. */
const roundOf = async (server: Server, asked: readonly Asked[]): Promise<Round> => {
  const before = await cpuOf(server);
  const { milliseconds, latencies } = await load(server.port, asked);
  const cpu = ((await cpuOf(server)) - before) / (asked.length / 1_000);
  return { cpu, pace: perSecond({ count: asked.length, milliseconds }), p95: quantile([...latencies], 0.95) };
};

const measure = async (ours: Server, peer: Server): Promise<Report> => {
  const choices = new Choices(SEED);
  const asked = (count: number) => askedOf(count, () => choices.between(0, WORD - 1) / WORD);
  for (const { port } of [ours, peer]) await load(port, asked(WARM_UP));
  const [mine, theirs]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = REQUESTS / ROUNDS;
    mine.push(await roundOf(ours, asked(count)));
    theirs.push(await roundOf(peer, asked(count / PEER_SHARE)));
  }
  const [ourCpu, theirCpu] = [mine, theirs].map((rounds) => rounds.map(({ cpu }) => cpu));
  return {
    figures: [
      figureOf('resolver: a thousand', 'ms of CPU', ourCpu ?? []),
      figureOf('Express, look-up in SQL: a thousand', 'ms of CPU', theirCpu ?? []),
      figureOf(
        'ratio',
        'times',
        mine.map(({ pace }, i) => pace / (theirs[i]?.pace ?? NaN)),
        { atLeast: 4 },
      ),
      figureOf(
        'resolver, 32 in flight',
        'requests/s',
        mine.map(({ pace }) => pace),
      ),
      figureOf(
        'Express, 32 in flight',
        'requests/s',
        theirs.map(({ pace }) => pace),
      ),
      figureOf(
        'resolver: p95',
        'ms',
        mine.map(({ p95 }) => p95),
        { atMost: 5 },
      ),
      { name: 'codes', unit: '', value: CODES },
      { name: 'memory for them', unit: 'MB', value: ours.megabytes, atMost: 150 },
    ],
    bounds: "Node's HTTP, reading the link, and writing the Link header",
  };
};

/** A million requests, Zipf over ten million codes of ten thousand products. */
export const resolve = async (): Promise<Report> => {
  const { postgres: command } = findTools();
  const postgres = command === '' ? undefined : await Postgres.start(command);
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-bench-'));
  const servers: Server[] = [];
  try {
    const url = await postgres?.newDatabase();
    servers.push(await start('ours', folder));
    servers.push(await start('peer', ...(url === undefined ? [] : [url])));
    const [ours, peer] = servers as [Server, Server];
    return await measure(ours, peer);
  } finally {
    for (const { child } of servers) child.kill();
    await postgres?.dispose();
    await rm(folder, { recursive: true, force: true });
  }
};
