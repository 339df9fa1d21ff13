/** The built server as `npm start` runs it: a process of its own on a free port and a fresh data folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../../gateway/dist/main.js');
const READY = /^Yaosu is ready: (\S+)$/;

/** A running server. */
export class RunningServer {
  private constructor(
    readonly url: string,
    readonly data: string,
    readonly process: ChildProcess,
  ) {}

  /**
   * Starts on a data folder, a fresh one when none is given, without the story's data unless `env` says otherwise.
   * @throws with what it printed when it ends first
   */
  static async start(folder?: string, env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const data = folder ?? (await mkdtemp(join(tmpdir(), 'yaosu-server-')));
    const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', data], {
      env: { ...process.env, YAOSU_LOG: 'error', YAOSU_STORY: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = READY.exec(line)?.[1];
      if (url !== undefined) return new RunningServer(url, data, child);
    }
    throw new Error(`the server ended: ${errors}`);
  }

  /** Ends the process with a signal and waits for its end. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }

  /** Ends the server and removes its data. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }
}
