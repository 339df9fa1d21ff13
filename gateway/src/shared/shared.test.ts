import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import process from 'node:process';
import { systemPorts } from '../ports.js';
import { isOnServers } from '../testing/pair.js';
import { RedisServer } from '../testing/redis.js';
import { newMovableClock } from '../testing/test-ports.js';
import { MemoryShared } from './memory-shared.js';
import { RedisShared } from './redis-shared.js';
import type { Shared } from './shared.js';

const MINUTE_MS = 60_000;
const command = process.env['YAOSU_TEST_REDIS'] ?? '';

/** Two processes of one gateway see the same; a lone one sees its own. */
describe(`marks that processes share, ${isOnServers() ? 'Redis' : 'memory'}`, () => {
  let server: RedisServer | undefined;
  let processes: readonly [Shared, Shared];
  const told: string[] = [];
  beforeAll(async () => {
    if (!isOnServers()) {
      const shared = new MemoryShared(systemPorts.clock);
      processes = [shared, shared];
      return;
    }
    server = await RedisServer.start(command);
    const { url } = server;
    const onState = (state: string): void => void told.push(state);
    const open = (): Promise<Shared> => RedisShared.open({ url, clock: systemPorts.clock, onState });
    processes = [await open(), await open()];
  });
  afterAll(async () => {
    for (const each of new Set(processes)) await each.close();
    await server?.dispose();
  });

  it('are taken once', async () => {
    const [one, other] = processes;
    const taken = await Promise.all([one.take('c', MINUTE_MS), other.take('c', MINUTE_MS), one.take('d', 1)]);
    expect(taken.slice(0, 2).filter(Boolean)).toHaveLength(1);
    expect(taken[2]).toBe(true);
    expect(await other.take('c', MINUTE_MS)).toBe(false);
  });

  it('are noted and read, the last one', async () => {
    const [one, other] = processes;
    expect(await other.noted('s')).toBeUndefined();
    await one.note('s', 5, MINUTE_MS);
    expect(await other.noted('s')).toBe(5);
    await other.note('s', 7, MINUTE_MS);
    expect(await one.noted('s')).toBe(7);
  });

  it('are counted in one window', async () => {
    const [one, other] = processes;
    const first = await one.count('n', MINUTE_MS);
    const second = await other.count('n', MINUTE_MS);
    expect([first.hits, second.hits]).toEqual([1, 2]);
    expect(Math.abs(second.endsMs - first.endsMs)).toBeLessThan(1_000);
    expect((await one.count('other', MINUTE_MS)).hits).toBe(1);
  });

  if (!isOnServers()) return;

  it('are kept by each process alone while the server is away', async () => {
    const [one, other] = processes;
    await one.take('before', MINUTE_MS);
    const port = Number(new URL(server?.url ?? '').port);
    await server?.dispose();
    expect(await one.take('before', MINUTE_MS)).toBe(false);
    expect(await one.take('during', MINUTE_MS)).toBe(true);
    expect(await one.take('during', MINUTE_MS)).toBe(false);
    await other.note('s', 9, MINUTE_MS);
    expect(await other.noted('s')).toBe(9);
    expect((await other.count('alone', MINUTE_MS)).hits).toBe(1);
    expect(told).toContain('away');
    server = await RedisServer.start(command, port);
  });
});

describe('marks in memory', () => {
  it('end with their time', async () => {
    const ports = newMovableClock(systemPorts);
    const shared = new MemoryShared(ports.clock);
    await shared.take('c', MINUTE_MS);
    await shared.note('s', 1, MINUTE_MS);
    await shared.count('n', MINUTE_MS);
    ports.advance(MINUTE_MS + 1);
    expect(await shared.take('c', MINUTE_MS)).toBe(true);
    expect(await shared.noted('s')).toBeUndefined();
    expect((await shared.count('n', MINUTE_MS)).hits).toBe(1);
  });
});

describe('a Redis that is not there', () => {
  it('is told at the start', async () => {
    const { clock } = systemPorts;
    const opening = RedisShared.open({ url: 'redis://127.0.0.1:1', clock, onState: () => undefined });
    await expect(opening).rejects.toMatchObject({ code: 'REDIS_AWAY' });
  });
});
