/** A Redis server of its own that keeps nothing, for suites that need a real one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { freePort } from './free-port.js';
import { saysWhenReady } from './says-when-ready.js';

const READY = /Ready to accept connections/;

/** A running server. */
export class RedisServer {
  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
  ) {}

  /** Starts one. @param port a free one when undefined @throws with the server's words when it does not start */
  static async start(command: string, port?: number): Promise<RedisServer> {
    const at = port ?? (await freePort());
    const options = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
    const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    await saysWhenReady(child, child.stdout, READY);
    return new RedisServer(`redis://127.0.0.1:${String(at)}`, child);
  }

  /** Ends the server. */
  async dispose(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}
