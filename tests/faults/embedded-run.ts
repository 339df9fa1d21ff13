/** The fault run on the embedded server: rounds on one data folder, then the story, all invariants after each. */
import { rm } from 'node:fs/promises';
import { playStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { RunningServer } from '../support/running-server.js';
import { checkFolder, newRun, playRound, stop, type Round, type Run } from './embedded.js';
import { tableOf } from './embedded-report.js';
import { print, wrongOf, type RunOptions } from './telling.js';

const LEAST_ACKNOWLEDGED_A_ROUND = 10;

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

/** Kills the built server round by round, then plays the story on its folder. @returns the exit code */
export const runEmbedded = async ({ rounds, seed }: RunOptions): Promise<number> => {
  const run = await newRun(seed);
  const { data } = run.server;
  print(`seed ${String(seed)}; ${run.byCall ? 'with' : 'without'} strace`);
  const wrong = await play(run, rounds);
  for (const line of wrong) print(line);
  if (wrong.length > 0) {
    print(`the data folder is kept: ${data}`);
    return 1;
  }
  print('I1 to I9 hold');
  await rm(data, { recursive: true, force: true });
  return 0;
};
