/** Processes of a network: started once, found again by pid and start time, ended only when they are ours. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Places } from '../places.js';
import { writeJson } from '../write-file.js';
import { NetworkError } from './network-error.js';
import { run } from './run.js';

/** What is started for a node. */
export interface NodeCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

interface PidFile {
  readonly pid: number;
  /** Start time of the process as the system gives it: a pid alone may be another's by now. */
  readonly started: string;
  /** What was started, so that a changed command is seen. */
  readonly fingerprint: string;
}

const STARTED_FIELD = 19;
const END_DEADLINE_MS = 15_000;
const POLL_MS = 50;
const LOG_TAIL = 3;

const startedAt = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The name in brackets may hold anything; the fields after it do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[STARTED_FIELD];
  } catch {
    if (existsSync('/proc/self/stat')) return undefined;
    const { status, output } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return status === 0 ? output.trim() : undefined;
  }
};

const readPid = async (path: string): Promise<PidFile | undefined> =>
  existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as PidFile) : undefined;

const fingerprintOf = ({ command, args, env }: NodeCommand): string => JSON.stringify([command, args, env]);

const runningFile = async (places: Places, name: string): Promise<PidFile | undefined> => {
  const file = await readPid(places.pid(name));
  return file !== undefined && (await startedAt(file.pid)) === file.started ? file : undefined;
};

/** Whether the process that was started for a node still runs. */
export const isRunning = async (places: Places, name: string): Promise<boolean> =>
  (await runningFile(places, name)) !== undefined;

/** The last lines of a node's log. */
export const logTail = async (places: Places, name: string): Promise<string> => {
  const text = existsSync(places.log(name)) ? await readFile(places.log(name), 'utf8') : '';
  return text.trim().split('\n').slice(-LOG_TAIL).join('\n');
};

const launch = async (places: Places, node: NodeCommand): Promise<void> => {
  await mkdir(dirname(places.log(node.name)), { recursive: true });
  const log = await open(places.log(node.name), 'a');
  try {
    const child = spawn(node.command, node.args, {
      cwd: node.cwd ?? places.root,
      env: { ...process.env, ...node.env },
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    // A command that cannot be run has no pid; that is told below.
    child.on('error', () => undefined);
    child.unref();
    const started = child.pid === undefined ? undefined : await startedAt(child.pid);
    if (child.pid === undefined || started === undefined)
      throw new NetworkError(`${node.name} could not be started: ${await logTail(places, node.name)}`);
    const file: PidFile = { pid: child.pid, started, fingerprint: fingerprintOf(node) };
    await writeJson(places.pid(node.name), file);
  } finally {
    await log.close();
  }
};

/** Sends a signal to a node's process, as whatever goes wrong with machines would. @throws NetworkError when it does not run */
export const signalNode = async (places: Places, name: string, signal: NodeJS.Signals): Promise<void> => {
  const file = await runningFile(places, name);
  if (file === undefined) throw new NetworkError(`${name} does not run`);
  process.kill(file.pid, signal);
};

/** Ends the process of a node when it is ours. @returns whether there was one */
export const stopNode = async (places: Places, name: string): Promise<boolean> => {
  const file = await runningFile(places, name);
  if (file !== undefined) {
    process.kill(file.pid, 'SIGTERM');
    const deadline = performance.now() + END_DEADLINE_MS;
    while ((await startedAt(file.pid)) === file.started) {
      if (performance.now() > deadline) process.kill(file.pid, 'SIGKILL');
      await delay(POLL_MS);
    }
  }
  await rm(places.pid(name), { force: true });
  return file !== undefined;
};

/** Starts a node unless it runs already; one that was started differently is started anew. @returns whether it was started */
export const startNode = async (places: Places, node: NodeCommand): Promise<boolean> => {
  const file = await runningFile(places, node.name);
  if (file?.fingerprint === fingerprintOf(node)) return false;
  await stopNode(places, node.name);
  await launch(places, node);
  return true;
};
