import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '../api/api-error.js';
import { Giver } from './giver.js';

const AWAY = new TypeError('fetch failed');
const REFUSED = new ApiError('GATEWAY_BEHIND');

describe('a gateway that has documents to give', () => {
  let answers: Map<string, readonly (Error | undefined)[]>;
  let asked: string[];
  let delays: number[];
  let due: () => void;
  let cancelled: number;
  let giver: Giver;

  beforeEach(() => {
    answers = new Map();
    [asked, delays] = [[], []];
    due = () => undefined;
    cancelled = 0;
    giver = new Giver({
      ports: {
        randomBytes: () => new Uint8Array([255]),
        schedule: (delayMs, task) => {
          delays.push(delayMs);
          due = task;
          return () => {
            cancelled += 1;
          };
        },
      },
      fetch: (key) => {
        asked.push(key);
        const [answer, ...later] = answers.get(key) ?? [];
        answers.set(key, later);
        return answer === undefined ? Promise.resolve() : Promise.reject(answer);
      },
      warn: () => undefined,
    });
  });

  const wanted = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) giver.want(key);
    await giver.idle();
  };

  it.each([
    ['all are given', {}, ['a', 'b', 'c'], 0],
    ['one is refused', { a: [REFUSED] }, ['a', 'b', 'c'], 1],
    ['it is away', { a: [AWAY] }, ['a'], 3],
    ['it goes away', { b: [AWAY] }, ['a', 'b'], 2],
  ])('while %s', async (_, told, expected, pending) => {
    answers = new Map(Object.entries(told));
    await wanted('a', 'b', 'c');
    expect([asked, giver.pending, delays.length]).toEqual([expected, pending, pending > 0 ? 1 : 0]);
  });

  it('is asked again, later and later and at most once a minute, until it has given everything', async () => {
    answers.set(
      'a',
      Array.from({ length: 9 }, () => AWAY),
    );
    await wanted('a', 'b');
    for (let round = 1; round <= 9; round++) {
      due();
      await giver.idle();
    }
    expect(asked).toEqual(['a', 'b', ...Array.from({ length: 9 }, () => 'a')]);
    expect(giver.pending).toBe(0);
    expect(delays).toHaveLength(9);
    expect(delays.every((each, i) => i === 0 || each >= (delays[i - 1] ?? 0))).toBe(true);
    expect([delays[0], delays.at(-1)]).toEqual([998, 59_883]);
  });

  it('is asked for nothing twice that is wanted twice', async () => {
    await wanted('a', 'a');
    expect(asked).toEqual(['a']);
  });

  it('is asked for nothing more when it is closed', async () => {
    answers.set('a', [AWAY]);
    await wanted('a');
    await giver.close();
    due();
    await wanted('b');
    expect([asked, cancelled > 0]).toEqual([['a'], true]);
  });
});
