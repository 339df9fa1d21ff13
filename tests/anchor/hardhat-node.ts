/** Hardhat's own chain as a process: real JSON-RPC, real receipts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from '@yaosu/network/testing/free-port';

/** A chain for tests. */
export interface HardhatNode {
  readonly rpc: string;
  close(): Promise<void>;
}

const started = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('Started HTTP')) resolve(true);
    });
    child.on('exit', () => resolve(false));
    child.on('error', () => resolve(false));
  });

/** Starts one; undefined where it cannot start. */
export const startHardhat = async (): Promise<HardhatNode | undefined> => {
  const port = await freePort();
  const cli = createRequire(import.meta.url).resolve('hardhat/internal/cli/bootstrap');
  const args = [cli, 'node', '--hostname', '127.0.0.1', '--port', String(port)];
  const child = spawn(
    process.execPath,
    [...args, '--config', join(import.meta.dirname, 'hardhat.config.cjs')],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (!(await started(child))) return undefined;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    rpc: `http://127.0.0.1:${String(port)}`,
    close: () => {
      child.kill();
      return exited;
    },
  };
};
