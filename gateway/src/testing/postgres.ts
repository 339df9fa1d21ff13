/** A PostgreSQL server of its own in a temporary folder, for suites and benches that need a real one. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';
import { saysWhenReady } from './says-when-ready.js';

const run = promisify(execFile);
const READY = /database system is ready to accept connections/;

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
const ownerOf = async (folder: string): Promise<Owner> => {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
  const owner = { uid: await id('-u'), gid: await id('-g') };
  await chown(folder, owner.uid, owner.gid);
  return owner;
};

/** A running server. */
export class Postgres {
  #databases = 0;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly launch: () => Promise<ChildProcess>,
    private process: ChildProcess,
  ) {}

  /**
   * Makes a cluster and starts it.
   * @param command path of `postgres`; `initdb` lies beside it
   * @throws with the server's words when it does not start
   */
  static async start(command: string): Promise<Postgres> {
    const folder = await mkdtemp(join(tmpdir(), 'yaosu-postgres-'));
    const owner = await ownerOf(folder);
    const data = join(folder, 'data');
    const init = ['-D', data, '-U', 'yaosu', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(join(dirname(command), 'initdb'), init, owner);
    const port = await freePort();
    const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
    const launch = async (): Promise<ChildProcess> => {
      const child = spawn(command, options, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
      await saysWhenReady(child, child.stderr, READY);
      return child;
    };
    return new Postgres(folder, port, launch, await launch());
  }

  /** Kills the server at once; its sessions die with it. */
  async kill(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  /** Starts a killed server again on its data. */
  async revive(): Promise<void> {
    this.process = await this.launch();
  }

  /** URL of a new, empty database. */
  async newDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `yaosu_${String(this.#databases)}`;
    const client = new pg.Client({ connectionString: this.#urlOf('postgres') });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return this.#urlOf(name);
  }

  /** Ends the server and removes its folder. */
  async dispose(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  #urlOf(database: string): string {
    return `postgresql://yaosu@127.0.0.1:${String(this.port)}/${database}`;
  }
}
