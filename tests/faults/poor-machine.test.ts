/** A machine that is not as it should be gets one line that says what to do; Ctrl-C ends everything in order. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { Stage } from '@yaosu/gateway/story/stage';
import { checkEvidence } from '../invariants/index.js';
import { RunningServer } from '../support/running-server.js';
import { sendAll } from './burst.js';
import { readFolder } from './read-folder.js';
import { openWorkshop, signOrders } from './workshop.js';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'gateway/dist/main.js');
const MINUTES = 60_000;
const IN_FLIGHT = 16;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ended = (args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', YAOSU_LOG: 'silent', YAOSU_STORY: '0' };
    const child = execFile(process.execPath, args, { cwd: ROOT, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });

const started = (data: string, port = '0'): Promise<Ended> => ended([MAIN, '--port', port, '--data', data]);

describe('a server that is in the way', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await RunningServer.seeded();
  }, 2 * MINUTES);
  afterAll(() => server.dispose());

  test('on the same port: one line, and nothing was made', async () => {
    const data = join(tmpdir(), `yaosu-never-${String(process.pid)}`);
    expect(await started(data, new URL(server.url).port)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Yaosu stops: the port is taken; choose another one (PORT=…, or --port …)\n',
    });
    expect(() => rmSync(data, { recursive: true })).toThrow('ENOENT');
  });

  test('on the same data folder: one line, and that server goes on', async () => {
    expect(await started(server.data)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Yaosu stops: the data folder is in use by another process; ' +
        'end that one, or choose another folder (YAOSU_DATA=…, or --data …)\n',
    });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test(
    'is ended by Ctrl-C in order, with commands on their way',
    async () => {
      const stage = await Stage.open(server.url, systemPorts);
      const orders = await signOrders(stage, await openWorkshop(stage));
      const outcome = await sendAll(orders, {
        inFlight: IN_FLIGHT,
        onAnswer: (answers) => {
          if (answers === 5) server.process.kill('SIGINT');
        },
      });
      expect(await server.end('SIGINT')).toBe(0);
      expect(server.log()).toBe('');
      expect(outcome.unanswered.length).toBeGreaterThan(0);
      const { data, url } = server;
      const again = await RunningServer.start({ data, port: Number(new URL(url).port) });
      const rest = await sendAll([...outcome.unanswered, ...outcome.unsent], { inFlight: IN_FLIGHT });
      expect(rest.unanswered).toEqual([]);
      expect(await again.end('SIGTERM')).toBe(0);
      const acknowledged = [...outcome.acknowledged, ...rest.acknowledged];
      expect(checkEvidence({ ...(await readFolder(data)), acknowledged })).toEqual([]);
    },
    2 * MINUTES,
  );
});

describe('a Node that is too old', () => {
  test('is told in one line what it is and what is needed', async () => {
    const older = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' })";
    const bootstrap = join(ROOT, 'bin/bootstrap.mjs');
    expect(
      await ended(['--import', `data:text/javascript,${encodeURIComponent(older)}`, bootstrap, 'start']),
    ).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Yaosu needs Node 20.19 or newer; this is 18.20.4. ' +
        'Install it from https://nodejs.org and run the command again.\n',
    });
  });
});

const mount = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;

const smallDisk = mkdtempSync(join(tmpdir(), 'yaosu-small-'));
const hasSmallDisk = mount(smallDisk, 'size=1m');
const resize = (size: string): void => void mount(smallDisk, `remount,size=${size}`);

(hasSmallDisk ? describe : describe.skip)('a disk that is full (needs the right to mount)', () => {
  const FULL =
    'Yaosu stops: the disk is full; free some space and start again, nothing that was acknowledged is lost\n';
  afterAll(async () => {
    spawnSync('umount', [smallDisk]);
    await rm(smallDisk, { recursive: true, force: true });
  });

  test.each(['1m', '30m'])(
    'at the start, with %s: one line',
    async (size) => {
      resize(size);
      const folder = join(smallDisk, size);
      expect(await started(folder)).toMatchObject({ code: 1, stderr: FULL });
      await rm(folder, { recursive: true, force: true });
    },
    2 * MINUTES,
  );

  test(
    'at work: the server ends with one line; with space again it has all that it acknowledged',
    async () => {
      resize('400m');
      const data = join(smallDisk, 'data');
      const server = await RunningServer.start({ data });
      const stage = await Stage.open(server.url, systemPorts);
      const orders = await signOrders(stage, await openWorkshop(stage));
      const filler = spawn('dd', ['if=/dev/zero', `of=${join(smallDisk, 'filler')}`, 'bs=64k'], {
        stdio: 'ignore',
      });
      await new Promise((resolve) => filler.on('exit', resolve));
      const outcome = await sendAll(orders, { inFlight: IN_FLIGHT });
      expect(outcome.unanswered.length).toBeGreaterThan(0);
      expect(await server.end('SIGTERM')).toBe(1);
      expect(server.log()).toBe(FULL);
      await rm(join(smallDisk, 'filler'));
      const again = await RunningServer.start({ data, port: Number(new URL(server.url).port) });
      const rest = await sendAll([...outcome.unanswered, ...outcome.unsent], { inFlight: IN_FLIGHT });
      expect(rest.unanswered).toEqual([]);
      expect(await again.end('SIGTERM')).toBe(0);
      const acknowledged = [...stage.played, ...outcome.acknowledged, ...rest.acknowledged];
      expect(checkEvidence({ ...(await readFolder(data)), acknowledged })).toEqual([]);
    },
    3 * MINUTES,
  );
});
