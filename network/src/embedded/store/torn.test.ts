/** A power cut in the middle of a write: the last block is there whole or not at all, at whatever byte it was cut off. */
import { cpSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockKey } from './keys.js';
import { Store, type Change } from './store.js';

const BLOCKS = 3;
const KEY = Buffer.from('sns\0last');

const changesOf = (block: number): Change[] => [
  { type: 'put', key: blockKey(block), value: Buffer.alloc(120, block) },
  { type: 'put', key: KEY, value: Buffer.from(String(block)) },
];

const lengthOf = (file: string): number => statSync(file).size;

describe('the last record of a ledger, torn', () => {
  let folder: string;
  let log: string;
  /** Length of the log before and after the last block. */
  let before = 0;
  let after = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'torn-'));
    const whole = join(folder, 'whole');
    const store = await Store.open(whole);
    const name = readdirSync(join(whole, 'level')).find((each) => each.endsWith('.log')) ?? '';
    log = join('level', name);
    for (let block = 0; block < BLOCKS; block += 1) {
      before = lengthOf(join(whole, log));
      await store.commit(changesOf(block));
    }
    after = lengthOf(join(whole, log));
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What a store has whose log ends after so many bytes, and whether it takes the block again. */
  const reopened = async (length: number): Promise<readonly [last: string, again: string]> => {
    const cut = join(folder, `cut-${String(length)}`);
    cpSync(join(folder, 'whole'), cut, { recursive: true });
    truncateSync(join(cut, log), length);
    const store = await Store.open(cut);
    const state = store.get(KEY)?.toString() ?? 'none';
    const block = (await store.lastBlock())?.[0];
    expect(String(block)).toBe(state);
    await store.commit(changesOf(BLOCKS - 1));
    const again = store.get(KEY)?.toString() ?? 'none';
    await store.close();
    await rm(cut, { recursive: true });
    return [state, again];
  };

  test('at every byte: the block before is the last one, and the torn one can be written again', async () => {
    expect(after - before).toBeGreaterThan(120);
    const [present, torn] = [String(BLOCKS - 1), String(BLOCKS - 2)];
    for (let length = before; length < after; length += 1)
      expect([length, ...(await reopened(length))]).toEqual([length, torn, present]);
    expect(await reopened(after)).toEqual([present, present]);
  });
});
