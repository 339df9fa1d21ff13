import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { placesOf, type Places } from '../places.js';
import { writeJson } from '../write-file.js';
import { isRunning, startNode, stopNode, type NodeCommand } from './node-process.js';

let places: Places;
beforeAll(async () => {
  places = placesOf(await mkdtemp(join(tmpdir(), 'yaosu-process-')));
});
afterAll(() => rm(places.root, { recursive: true, force: true }));

const sleeper = (name: string, env: Readonly<Record<string, string>> = {}): NodeCommand => ({
  name,
  command: process.execPath,
  args: ['-e', 'setInterval(() => undefined, 1000)'],
  env,
});
const pidOf = async (name: string): Promise<number> =>
  (JSON.parse(await readFile(places.pid(name), 'utf8')) as { pid: number }).pid;

it('starts a node once, anew when its command has changed, and ends it', async () => {
  expect(await startNode(places, sleeper('one'))).toBe(true);
  const pid = await pidOf('one');
  expect(await startNode(places, sleeper('one'))).toBe(false);
  expect(await pidOf('one')).toBe(pid);
  expect(await startNode(places, sleeper('one', { CHANGED: '1' }))).toBe(true);
  expect(await pidOf('one')).not.toBe(pid);
  expect(await stopNode(places, 'one')).toBe(true);
  expect(await isRunning(places, 'one')).toBe(false);
  expect(await stopNode(places, 'one')).toBe(false);
});

it('leaves a process alone that has only got the number of ours', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(stranger, 'spawn');
  await writeJson(places.pid('two'), { pid: stranger.pid, started: 'long ago', fingerprint: '' });
  expect(await isRunning(places, 'two')).toBe(false);
  expect(await stopNode(places, 'two')).toBe(false);
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
  const ended = once(stranger, 'exit');
  stranger.kill();
  await ended;
});
