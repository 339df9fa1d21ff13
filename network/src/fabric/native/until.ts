import { setTimeout as delay } from 'node:timers/promises';
import type { Places } from '../places.js';
import { NetworkError } from './network-error.js';
import { isRunning, logTail } from './node-process.js';

const POLL_MS = 100;
const DEADLINE_MS = 45_000;

/** Ask again until the answer is yes. @throws NetworkError when a node has ended meanwhile, or after 45 s */
export const until = async (places: Places, node: string, isReady: () => Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + DEADLINE_MS;
  while (!(await isReady())) {
    if (!(await isRunning(places, node)))
      throw new NetworkError(`${node} has ended: ${await logTail(places, node)}`);
    if (performance.now() > deadline)
      throw new NetworkError(`${node} is not ready after 45 s; see ${places.log(node)}`);
    await delay(POLL_MS);
  }
};
