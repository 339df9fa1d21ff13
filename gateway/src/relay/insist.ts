import { jittered, pause } from '../ports.js';
import { backoff } from './backoff.js';
import type { Delivery } from './deliver.js';
import { DeliveryStopped } from './delivery-stopped.js';

const FIRST_DELAY_MS = 100;
const MOST_DELAY_MS = 5_000;

/**
 * Does what must not be left undone, again and a little later each time: a journal whose database is away comes back, and
 * nobody else would write the end of a command into it.
 * @throws DeliveryStopped when the signal aborts first
 */
export const insist = async (
  work: () => Promise<unknown>,
  { ports, signal, warn }: Pick<Delivery, 'ports' | 'signal' | 'warn'>,
): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (signal.aborted) throw new DeliveryStopped();
      warn({ err: error }, 'the journal did not take a note; trying again');
    }
    await pause(ports, jittered(ports, backoff(FIRST_DELAY_MS, MOST_DELAY_MS, tries)), signal);
  }
};
