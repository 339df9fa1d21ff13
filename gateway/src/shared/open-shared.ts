import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Ports } from '../ports.js';
import { MemoryShared } from './memory-shared.js';
import type { Shared } from './shared.js';

/**
 * Redis where the configuration names one, otherwise memory. Its client is loaded only then: it is a quarter of all the modules
 * that a gateway would load.
 * @throws when Redis cannot be reached
 */
export const openShared = async ({
  config,
  ports,
  log,
}: {
  readonly config: Config;
  readonly ports: Ports;
  readonly log: Logger;
}): Promise<Shared> => {
  if (config.redisUrl === undefined) return new MemoryShared(ports.clock);
  const { RedisShared } = await import('./redis-shared.js');
  return RedisShared.open({
    url: config.redisUrl,
    clock: ports.clock,
    onState: (state, error) => log.warn({ err: error }, `Redis is ${state}`),
  });
};
