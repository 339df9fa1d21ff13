import { describe, expect, it } from '@jest/globals';
import { GroupWriter, type Operation } from './group-writer.js';

const put = (key: string): readonly Operation[] => [{ type: 'put', key, value: key }];
const keysOf = (operations: readonly Operation[]): string => operations.map(({ key }) => key).join('');

/** A disk whose writes end when the test says so. */
const newDisk = () => {
  const begun: { keys: string; end: (error?: Error) => void }[] = [];
  const write = (operations: readonly Operation[]): Promise<void> =>
    new Promise((resolve, reject) => {
      begun.push({
        keys: keysOf(operations),
        end: (error) => {
          if (error === undefined) resolve();
          else reject(error);
        },
      });
    });
  return { begun, write };
};

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('writes to a log', () => {
  it('begin in their order, the next when the one before is on disk, and those that waited together', async () => {
    const { begun, write } = newDisk();
    const writer = new GroupWriter(write);
    const done: string[] = [];
    for (const key of ['a', 'b', 'c']) void writer.write(put(key)).then(() => done.push(key));
    await tick();
    expect([begun.map(({ keys }) => keys), done]).toEqual([['a'], []]);
    begun[0]?.end();
    await tick();
    expect([begun.map(({ keys }) => keys), done]).toEqual([['a', 'bc'], ['a']]);
    begun[1]?.end();
    await tick();
    expect(done).toEqual(['a', 'b', 'c']);
    await writer.settled();
    void writer.write(put('d'));
    expect(begun.map(({ keys }) => keys)).toEqual(['a', 'bc', 'd']);
    let isSettled = false;
    const settled = writer.settled().then(() => (isSettled = true));
    await tick();
    expect(isSettled).toBe(false);
    begun[2]?.end();
    await settled;
  });

  it('end with the first that fails: nothing is written after what may be missing', async () => {
    const { begun, write } = newDisk();
    const writer = new GroupWriter(write);
    const outcomes = Promise.allSettled(['a', 'b', 'c'].map((key) => writer.write(put(key))));
    begun[0]?.end(new Error('no space'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(writer.write(put('d'))).rejects.toThrow('no space');
    expect(begun.map(({ keys }) => keys)).toEqual(['a']);
  });
});
