/**
 * `npm run faults -- embedded [--rounds N] [--seed N]`: kills the built server at work, round by round on one data
 * folder, then plays the story on it; checks I1 to I9 after every round; exit 1 at a violation, naming it.
 */
import { rm } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { playStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { INVARIANTS, type Violation } from '../invariants/violation.js';
import { RunningServer } from '../support/running-server.js';
import { checkFolder, newRun, playRound, stop, type Round, type Run } from './embedded.js';
import { tableOf } from './report.js';

const ROUNDS = 10;
const SEED = 1;
const LEAST_ACKNOWLEDGED_A_ROUND = 10;

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const numberOf = (text: string | undefined, otherwise: number): number => {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${String(text)} is no number of rounds, or no seed`);
  return number;
};

const tell = ({ invariant, what }: Violation): string => `${invariant} (${INVARIANTS[invariant]}): ${what}`;

const wrongOf = ({ violations, faults }: Pick<Round, 'violations' | 'faults'>): readonly string[] => [
  ...violations.map(tell),
  ...faults,
];

/** What rounds do not reach is in the story: everything once, then all invariants again. */
const playWhole = async (run: Run): Promise<readonly string[]> => {
  const server = await RunningServer.start({
    ...run.server,
    env: { YAOSU_SESSION_CALLS_PER_MINUTE: '100000' },
  });
  const { acts } = await playStory({ url: server.url, ports: systemPorts });
  print(`story: ${String(acts.length)} acts on the same folder`);
  const faults = await stop(server);
  return wrongOf({ violations: await checkFolder(run), faults });
};

const play = async (run: Run, count: number): Promise<readonly string[]> => {
  const rounds: Round[] = [];
  for (let number = 1; number <= count; number += 1) {
    const round = await playRound(run, number);
    rounds.push(round);
    const { fault, acknowledged, unanswered, reopenMs } = round;
    print(
      `round ${String(number)}: ${fault}, ${String(acknowledged)} acknowledged, ${String(unanswered)} unanswered, ` +
        `reopened in ${(reopenMs / 1_000).toFixed(1)} s`,
    );
    const wrong = wrongOf(round);
    if (wrong.length > 0) return wrong;
  }
  const wrong = await playWhole(run);
  for (const line of tableOf(rounds)) print(line);
  const acknowledged = rounds.reduce((sum, round) => sum + round.acknowledged, 0);
  const few =
    acknowledged < count * LEAST_ACKNOWLEDGED_A_ROUND ? [`only ${String(acknowledged)} acknowledged`] : [];
  return [...wrong, ...few];
};

const main = async (): Promise<void> => {
  if (positionals.join() !== 'embedded')
    throw new Error('usage: npm run faults -- embedded [--rounds N] [--seed N]');
  const seed = numberOf(values.seed, SEED);
  const run = await newRun(seed);
  const { data } = run.server;
  print(`seed ${String(seed)}; ${run.byCall ? 'with' : 'without'} strace`);
  const wrong = await play(run, numberOf(values.rounds, ROUNDS));
  for (const line of wrong) print(line);
  if (wrong.length > 0) {
    print(`the data folder is kept: ${data}`);
    process.exitCode = 1;
    return;
  }
  print('I1 to I9 hold');
  await rm(data, { recursive: true, force: true });
};

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
