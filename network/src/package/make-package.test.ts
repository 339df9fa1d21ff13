import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../testing/free-port.js';
import { makePackage, repositoryRoot } from './make-package.js';

/** Ours are about 380 kB and zod 190 kB; a gateway that was dragged in would be a multiple. */
const MAX_BYTES = 600_000;
let folder: string;
let server: ChildProcess | undefined;

// Inside the repository, so that the two external packages are found in its node_modules.
beforeAll(async () => {
  const cache = join(repositoryRoot, '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'package-'));
  await makePackage(repositoryRoot, folder);
});
afterAll(async () => {
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

test('names exact versions of what it leaves outside', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    overrides: Record<string, string>;
  };
  expect(manifest.dependencies).toEqual({ 'fabric-shim': '2.5.8', 'fabric-contract-api': '2.5.8' });
  expect(manifest.overrides).toEqual({ '@hyperledger/fabric-protos': '0.3.7', 'class-transformer': '0.4.0' });
});

test('is one small bundle without the workspace around it', async () => {
  expect((await stat(join(folder, 'index.cjs'))).size).toBeLessThan(MAX_BYTES);
  expect(await readFile(join(folder, 'index.cjs'), 'utf8')).not.toContain('@yaosu/');
});

const reach = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const [connected] = await Promise.race([
      once(socket, 'connect').then(() => [true]),
      once(socket, 'error').then(() => [false]),
    ]);
    socket.destroy();
    if (connected) return;
  }
};

test('is served by fabric-chaincode-node', async () => {
  const port = await freePort();
  const cli = join(repositoryRoot, 'node_modules/fabric-shim/cli.js');
  const args = ['server', '--chaincode-address', `127.0.0.1:${port}`, '--chaincode-id', 'yaosu:0'];
  const started = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: 'pipe' });
  server = started;
  let output = '';
  const listening = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (output.includes('Bootstrap process completed')) resolve();
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.on('exit', (code) => reject(new Error(`ended with ${String(code)}: ${output}`)));
  });
  await listening;
  await reach(port);
  started.removeAllListeners('exit');
});
