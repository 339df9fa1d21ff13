/** The built server as `npm start` runs it: a process of its own on a free port and a fresh data folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newSeededFolder } from '@yaosu/gateway/testing/seeded-folder';

const MAIN = join(import.meta.dirname, '../../gateway/dist/main.js');
const READY = /^Yaosu is ready: (\S+)$/;

/** How a server starts. */
export interface ServerOptions {
  /** Data folder, a fresh one when none is given. */
  readonly data?: string;
  /** 0: any free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Further options of `npm start`. */
  readonly options?: readonly string[];
}

const spawnServer = (data: string, { port = 0, env, options = [] }: ServerOptions) =>
  spawn(process.execPath, [MAIN, '--port', String(port), '--data', data, ...options], {
    env: { ...process.env, YAOSU_LOG: 'error', YAOSU_STORY: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A running server. */
export class RunningServer {
  private constructor(
    readonly url: string,
    readonly data: string,
    readonly process: ChildProcess,
    /** What it has written to stderr so far. */
    readonly log: () => string,
  ) {}

  /** Starts and waits until it is ready. @throws with what it printed when it ends first */
  static async start(options: ServerOptions = {}): Promise<RunningServer> {
    const data = options.data ?? (await mkdtemp(join(tmpdir(), 'yaosu-server-')));
    const child = spawnServer(data, options);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = READY.exec(line)?.[1];
      if (url !== undefined) return new RunningServer(url, data, child, () => errors);
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    throw new Error(`the server ended: ${errors}`);
  }

  /** Starts on a folder that already has the story's enterprises. */
  static async seeded(options: Omit<ServerOptions, 'data'> = {}): Promise<RunningServer> {
    return RunningServer.start({ ...options, data: await newSeededFolder() });
  }

  /** Ends the process with a signal and waits for its end. @returns its exit code, null when the signal ended it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const { process: child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }

  /** Ends the server and removes its data. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }
}
