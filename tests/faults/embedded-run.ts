/** The fault run on the embedded server: rounds on data folders, then the story; all invariants every few rounds. */
import { rm } from 'node:fs/promises';
import { playStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { endAndCheck, newRun, playRound, startOn, type Check, type Round, type Run } from './embedded.js';
import { tableOf, type CheckedRound } from './embedded-report.js';
import { hasStrace } from './moments.js';
import { print, wrongOf, type RunOptions } from './telling.js';

const LEAST_ACKNOWLEDGED_A_ROUND = 10;
/** A check judges the whole folder, so that what it costs grows with the rounds before it. */
const ROUNDS_A_CHECK = 10;
const ROUNDS_A_FOLDER = 30;

const SOUND: Check = { violations: [], faults: [] };

const tellRound = (number: number, { fault, acknowledged, unanswered, reopenMs }: Round): void => {
  print(
    `round ${String(number)}: ${fault}, ${String(acknowledged)} acknowledged, ${String(unanswered)} unanswered, ` +
      `reopened in ${(reopenMs / 1_000).toFixed(1)} s`,
  );
};

/** Rounds on one folder, until one shows something wrong; nothing runs on it afterwards. */
const playFolder = async (run: Run, numbers: readonly number[]): Promise<readonly CheckedRound[]> => {
  const rounds: CheckedRound[] = [];
  let server = await startOn(run);
  for (const number of numbers) {
    const { round, server: reopened } = await playRound(run, server, number);
    server = reopened;
    tellRound(number, round);
    const isLast = number === numbers.at(-1) || round.faults.length > 0;
    const isChecked = isLast || number % ROUNDS_A_CHECK === 0;
    const check = isChecked ? await endAndCheck(run, server) : SOUND;
    rounds.push({ ...round, violations: check.violations, faults: [...round.faults, ...check.faults] });
    if (isLast || wrongOf(rounds.at(-1) ?? SOUND).length > 0) break;
    if (isChecked) server = await startOn(run);
  }
  return rounds;
};

/** What rounds do not reach is in the story: everything once, then all invariants again. */
const playWhole = async (run: Run): Promise<readonly string[]> => {
  const server = await startOn(run);
  const { acts } = await playStory({ url: server.url, ports: systemPorts });
  print(`story: ${String(acts.length)} acts on the same folder`);
  return wrongOf(await endAndCheck(run, server));
};

/** Every folder's rounds, and the story on the last one. @returns the rounds, and what is wrong */
const playAll = async (
  count: number,
  seed: number,
): Promise<{ readonly rounds: readonly CheckedRound[]; readonly wrong: readonly string[] }> => {
  const rounds: CheckedRound[] = [];
  for (let first = 1; first <= count; first += ROUNDS_A_FOLDER) {
    const numbers = Array.from({ length: Math.min(ROUNDS_A_FOLDER, count - first + 1) }, (_, i) => first + i);
    const run = await newRun(seed + first - 1);
    rounds.push(...(await playFolder(run, numbers)));
    const found = rounds.flatMap(wrongOf);
    const isLast = first + ROUNDS_A_FOLDER > count;
    const wrong = found.length > 0 || !isLast ? found : await playWhole(run);
    const { data } = run.server;
    if (wrong.length > 0) return { rounds, wrong: [...wrong, `the data folder is kept: ${data}`] };
    await rm(data, { recursive: true, force: true });
  }
  return { rounds, wrong: [] };
};

/** Kills the built server round by round, then plays the story on its last folder. @returns the exit code */
export const runEmbedded = async ({ rounds: count, seed }: RunOptions): Promise<number> => {
  print(
    `seed ${String(seed)}; ${hasStrace() ? 'with' : 'without'} strace; a new folder every ${String(ROUNDS_A_FOLDER)} ` +
      `rounds, all invariants every ${String(ROUNDS_A_CHECK)}`,
  );
  const { rounds, wrong } = await playAll(count, seed);
  for (const line of [...tableOf(rounds), ...wrong]) print(line);
  const acknowledged = rounds.reduce((sum, round) => sum + round.acknowledged, 0);
  const isFew = acknowledged < count * LEAST_ACKNOWLEDGED_A_ROUND;
  if (isFew) print(`only ${String(acknowledged)} acknowledged`);
  if (isFew || wrong.length > 0) return 1;
  print('I1 to I9 hold');
  return 0;
};
