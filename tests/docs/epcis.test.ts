/** The lines of docs/epcis.md, as somebody would type them, against a started server. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunningServer } from '../support/running-server.js';
import { linesOf, runLines } from './run-page.js';

const ROOT = join(import.meta.dirname, '../..');
const MINUTES = 60_000;

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
  server = await RunningServer.seeded({ env: { YAOSU_WEBHOOK_TARGETS: target() } });
}, 5 * MINUTES);
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(server.data, { recursive: true, force: true });
  await new Promise((resolve) => subscriber.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const target = (): string => `127.0.0.1:${String((subscriber.address() as AddressInfo).port)}`;

test(
  'does what it says',
  async () => {
    const lines = linesOf('epcis.md');
    expect(lines.length).toBeGreaterThanOrEqual(5);
    const env = { YAOSU: server.url, WEBHOOK: `http://${target()}/` };
    const { code, said } = await runLines(lines, { folder, env });
    expect([code, said]).toEqual([0, expect.stringContaining('event: ')]);
    expect(said).not.toContain('WRONG');
    expect(said).toMatch(/^ok +event: [0-9a-f]{64}, event 1 of 1 of att~/m);
  },
  5 * MINUTES,
);
