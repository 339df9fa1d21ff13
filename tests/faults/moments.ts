/** When and how a server is killed. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningServer } from '../support/running-server.js';
import type { Choices } from './random.js';

/** What a call comes to instead of what was asked: the end of the process, or an error of the disk that it has to survive or die of. */
const EFFECTS = ['signal=SIGKILL', 'error=EIO', 'error=ENOSPC'] as const;
type Effect = (typeof EFFECTS)[number];

/** System calls that carry what is promised to the disk. */
const CALLS = ['fdatasync', 'fsync', 'write', 'rename'] as const;
type Call = (typeof CALLS)[number];

/** Where a round's server dies. */
export type Moment =
  /** By a signal, so many milliseconds after so many answers. */
  | { readonly kind: 'signal'; readonly answers: number; readonly delayMs: number }
  /** As a thread of it enters its Nth call of this kind; by a signal after so many answers, if it lives on. */
  | {
      readonly kind: 'call';
      readonly call: Call;
      readonly effect: Effect;
      readonly nth: number;
      readonly answers: number;
    };

/** How many calls of a kind a burst makes on one thread, roughly. */
const MOST: Readonly<Record<Call, number>> = { fdatasync: 6, fsync: 3, write: 40, rename: 1 };
const MOST_DELAY_MS = 20;
/** Longest that a server takes to end by itself. */
const OWN_END_MS = 5_000;
const EVERY_NTH_BY_CALL = 3;

/** Whether strace is on this machine. */
export const hasStrace = (): boolean => spawnSync('strace', ['--version']).status === 0;

/** The moment of a round: by call in every third round where there is strace. */
export const newMoment = (choices: Choices, round: number, mostAnswers: number, byCall: boolean): Moment => {
  const answers = choices.between(1, mostAnswers);
  const call = choices.oneOf(CALLS);
  const nth = choices.between(1, MOST[call]);
  const effect = choices.oneOf(EFFECTS);
  const delayMs = choices.between(0, MOST_DELAY_MS);
  if (byCall && round % EVERY_NTH_BY_CALL === 0)
    return { kind: 'call', call, effect, nth, answers: mostAnswers };
  return { kind: 'signal', answers, delayMs };
};

/** Whether the disk fails instead of the process: then a client may be told so, and stops. */
export const isError = (moment: Moment): boolean => moment.kind === 'call' && moment.effect !== EFFECTS[0];

/** A server about to be killed. */
export interface Armed {
  /** To be called after every answer. */
  readonly onAnswer: (answers: number) => void;
  /** The burst is over: a server that has lived on is killed, after a while in which it may end by itself of a broken disk. */
  readonly finish: () => Promise<void>;
  /** Settles when the server is dead. */
  readonly dead: Promise<unknown>;
  /** What killed it, in words, once it is dead. */
  readonly cause: () => string;
}

const attached = async (strace: ChildProcess): Promise<void> => {
  let said = '';
  for await (const chunk of strace.stderr ?? []) {
    said += String(chunk);
    if (said.includes('attached')) return;
  }
  throw new Error(`strace ended: ${said}`);
};

/** The tracer kills at the Nth call of any thread. */
const trace = async (
  server: RunningServer,
  { call, effect, nth }: Moment & { readonly kind: 'call' },
): Promise<ChildProcess> => {
  const inject = `inject=${call}:${effect}:when=${String(nth)}`;
  const args = [
    '-f',
    '-p',
    String(server.process.pid),
    '-o',
    '/dev/null',
    '-e',
    `trace=${call}`,
    '-e',
    inject,
  ];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await attached(strace);
  strace.stderr.resume();
  return strace;
};

/** Gets everything ready for the moment. */
export const arm = async (server: RunningServer, moment: Moment): Promise<Armed> => {
  const ends = [once(server.process, 'exit')];
  if (moment.kind === 'call') ends.push(once(await trace(server, moment), 'exit'));
  let cause =
    moment.kind === 'signal' ? 'SIGKILL' : `${moment.effect.replace(/^.*=/, '')} entering ${moment.call}`;
  const kill = (): void => {
    if (moment.kind === 'call') cause = moment.effect === EFFECTS[0] ? 'SIGKILL' : `${cause}, then SIGKILL`;
    server.process.kill('SIGKILL');
  };
  return {
    finish: async () => {
      if (isError(moment)) await Promise.race([Promise.all(ends), delay(OWN_END_MS)]);
      if (server.process.exitCode === null && server.process.signalCode === null) kill();
    },
    dead: Promise.all(ends),
    cause: () => cause,
    onAnswer: (answers) => {
      if (answers !== moment.answers || server.process.signalCode !== null) return;
      if (moment.kind === 'signal' && moment.delayMs > 0) setTimeout(kill, moment.delayMs);
      else kill();
    },
  };
};
