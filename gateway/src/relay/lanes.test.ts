import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

describe('lanes', () => {
  it('run tasks with a common key in order, others meanwhile, and survive a failure', async () => {
    const lanes = new Lanes();
    const log: string[] = [];
    const gates = new Map<string, () => void>();
    const task = (name: string) => async (): Promise<void> => {
      log.push(`+${name}`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      log.push(`-${name}`);
      if (name === 'a') throw new Error(name);
    };
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const a = lanes.run(['x'], task('a'));
    const b = lanes.run(['x', 'y'], task('b'));
    const c = lanes.run(['y'], task('c'));
    const d = lanes.run(['z'], task('d'));
    await turn();
    expect(log).toEqual(['+a', '+d']);
    gates.get('a')?.();
    await expect(a).rejects.toThrow('a');
    await turn();
    gates.get('b')?.();
    await b;
    await turn();
    gates.get('c')?.();
    gates.get('d')?.();
    await Promise.all([c, d]);
    expect(log.filter((line) => !line.endsWith('d'))).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
  });
});
