import { describe, expect, it } from '@jest/globals';
import { newImpatientPorts } from '../testing/test-ports.js';
import { DeliveryStopped } from './delivery-stopped.js';
import { insist } from './insist.js';

const failing = (times: number) => {
  let tries = 0;
  const work = (): Promise<number> => {
    tries += 1;
    return tries > times ? Promise.resolve(tries) : Promise.reject(new Error('the database is away'));
  };
  return { work, tries: () => tries };
};

const newAbout = () => {
  const [ports, stop] = [newImpatientPorts(), new AbortController()];
  return { ports, stop, signal: stop.signal, warn: () => undefined };
};

describe('a note in the journal', () => {
  it('is written when its database is back', async () => {
    const { work, tries } = failing(9);
    const about = newAbout();
    await insist(work, about);
    expect(tries()).toBe(10);
    expect(about.ports.delays).toHaveLength(9);
    expect(Math.max(...about.ports.delays)).toBeLessThanOrEqual(5_000);
  });

  it('is tried once more by a relay that is being closed, and then left to the next start', async () => {
    const about = newAbout();
    about.stop.abort();
    const { work, tries } = failing(1);
    await expect(insist(work, about)).rejects.toBeInstanceOf(DeliveryStopped);
    expect(tries()).toBe(1);
    await insist(work, about);
    expect(tries()).toBe(2);
  });
});
