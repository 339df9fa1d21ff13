import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Ports } from '../ports.js';
import { MemoryShared } from './memory-shared.js';
import { RedisShared } from './redis-shared.js';
import type { Shared } from './shared.js';

/** Redis where the configuration names one, otherwise memory. @throws when Redis cannot be reached */
export const openShared = ({
  config,
  ports,
  log,
}: {
  readonly config: Config;
  readonly ports: Ports;
  readonly log: Logger;
}): Promise<Shared> =>
  config.redisUrl === undefined
    ? Promise.resolve(new MemoryShared(ports.clock))
    : RedisShared.open({
        url: config.redisUrl,
        clock: ports.clock,
        onState: (state, error) => log.warn({ err: error }, `Redis is ${state}`),
      });
