/** The lines of docs/digital-link.md, as somebody would type them, against a started server. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunningServer } from '../support/running-server.js';
import { linesOf, runLines } from './run-page.js';

const MINUTES = 60_000;

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-digital-link-'));
  // As in a project that has the packages installed.
  await writeFile(join(folder, 'package.json'), '{}');
  await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
  server = await RunningServer.seeded();
}, 5 * MINUTES);
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(server.data, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

test(
  'does what it says',
  async () => {
    const lines = linesOf('digital-link.md');
    expect(lines.length).toBeGreaterThanOrEqual(8);
    const { code, said } = await runLines(lines, { folder, env: { YAOSU: server.url } });
    expect([code, said]).toEqual([0, expect.stringContaining('"code":"PREFIX_FOREIGN"')]);
    expect(said).toContain(`"resolverRoot":"${server.url}"`);
  },
  5 * MINUTES,
);
