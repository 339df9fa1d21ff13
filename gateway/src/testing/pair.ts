/** What gateways under test stand on: embedded parts, or real servers where the suite is run on those. */
import process from 'node:process';
import { Postgres } from './postgres.js';
import { RedisServer } from './redis.js';

/** Set by the test runner's project. */
declare const YAOSU_PAIR: 'embedded' | 'servers' | undefined;

const toolOf = (name: 'POSTGRES' | 'REDIS'): string => {
  const path = process.env[`YAOSU_TEST_${name}`] ?? '';
  if (path === '') throw new Error(`${name} is not on this machine: this project cannot run`);
  return path;
};

interface Servers {
  readonly postgres: Postgres;
  readonly redis: RedisServer;
}

/** Whether this suite runs on PostgreSQL and Redis. */
export const isOnServers = (): boolean => typeof YAOSU_PAIR !== 'undefined' && YAOSU_PAIR === 'servers';

let servers: Promise<Servers> | undefined;
/** Data folder → its database. */
const databases = new Map<string, string>();

const start = async (): Promise<Servers> => ({
  postgres: await Postgres.start(toolOf('POSTGRES')),
  redis: await RedisServer.start(toolOf('REDIS')),
});

/** Variables that put the gateway of a data folder on the servers; a folder has one database. */
export const serversOf = async (folder: string): Promise<{ DATABASE_URL: string; REDIS_URL: string }> => {
  servers ??= start();
  const { postgres, redis } = await servers;
  const url = databases.get(folder) ?? (await postgres.newDatabase());
  databases.set(folder, url);
  return { DATABASE_URL: url, REDIS_URL: redis.url };
};

/** A folder is gone; with the last one the servers end. */
export const leaveServers = async (folder: string): Promise<void> => {
  databases.delete(folder);
  if (servers === undefined || databases.size > 0) return;
  const { postgres, redis } = await servers;
  servers = undefined;
  await Promise.all([postgres.dispose(), redis.dispose()]);
};
