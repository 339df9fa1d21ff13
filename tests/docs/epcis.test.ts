/** The lines of docs/epcis.md, as somebody would type them, against a started server. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunningServer } from '../support/running-server.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/epcis.md');
const MINUTES = 60_000;
const FENCED = /```sh\n(.*?)```/gs;

let folder: string;
let subscriber: Server;
let server: RunningServer;

/** Writes what arrives into the file that the page reads. */
const newSubscriber = (): Server =>
  createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      void writeFile(join(folder, 'received.json'), Buffer.concat(parts)).then(() => response.end());
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-epcis-'));
  await writeFile(join(folder, 'received.json'), '');
  // As in a project that has the packages installed.
  await writeFile(join(folder, 'package.json'), '{}');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  subscriber = newSubscriber();
  await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
  server = await RunningServer.start({ env: { YAOSU_WEBHOOK_TARGETS: target() } });
}, 5 * MINUTES);
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(server.data, { recursive: true, force: true });
  await new Promise((resolve) => subscriber.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const target = (): string => `127.0.0.1:${String((subscriber.address() as AddressInfo).port)}`;

const run = (script: string): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, YAOSU: server.url, WEBHOOK: `http://${target()}/` };
    const shell = execFile(
      'bash',
      ['--norc', '-eo', 'pipefail', '-c', script],
      { cwd: folder, env },
      (_, out, error) => resolve({ code: shell.exitCode ?? 1, said: `${out}${error}` }),
    );
  });

test(
  'does what it says',
  async () => {
    const lines = [...readFileSync(PAGE, 'utf8').matchAll(FENCED)].map(([, text = '']) => text);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    const { code, said } = await run(lines.join('\n'));
    expect([code, said]).toEqual([0, expect.stringContaining('event: ')]);
    expect(said).not.toContain('WRONG');
    expect(said).toMatch(/^ok +event: [0-9a-f]{64}, event 1 of 1 of att~/m);
  },
  5 * MINUTES,
);
