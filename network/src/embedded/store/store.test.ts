import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataInUseError } from './lock-file.js';
import { encodeEntry } from './state-entry.js';
import { Store } from './store.js';

const KEY = Buffer.from('sns\0key');
const LONG_GONE = 2 ** 30;

describe('store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('shows a view what was committed before it, and nothing later', async () => {
    const store = await Store.open(folder);
    const before = store.view();
    await store.commit([{ type: 'put', key: KEY, value: Buffer.from('1') }]);
    const after = store.view();
    expect(before.bytes(KEY)).toBeUndefined();
    expect(after.bytes(KEY)).toEqual(Buffer.from('1'));
    before.release();
    after.release();
    await store.close();
  });

  it('shows an older view nothing that a newer one has read', async () => {
    const store = await Store.open(folder);
    const entry = { version: { block: 1, tx: 0 }, metadata: [], value: Buffer.from('1') };
    const before = store.view();
    await store.commit([{ type: 'put', key: KEY, value: encodeEntry(entry) }]);
    const after = store.view();
    expect(after.entry(KEY)?.value).toEqual(Buffer.from('1'));
    expect(before.entry(KEY)).toBeUndefined();
    await store.commit([{ type: 'del', key: KEY }]);
    const last = store.view();
    expect([after.entry(KEY)?.value, last.entry(KEY)]).toEqual([Buffer.from('1'), undefined]);
    for (const view of [before, after, last]) view.release();
    await store.close();
  });

  it('answers nothing any more after a commit has failed', async () => {
    const store = await Store.open(folder);
    await store.close();
    await expect(store.commit([{ type: 'del', key: KEY }])).rejects.toThrow(
      'The ledger could not be written',
    );
    expect(() => store.view()).toThrow('The ledger could not be written');
    expect(() => store.get(KEY)).toThrow('The ledger could not be written');
  });

  it('is open once, and takes over the lock of a process that is gone', async () => {
    writeFileSync(join(folder, 'yaosu.pid'), String(LONG_GONE));
    const store = await Store.open(folder);
    await expect(Store.open(folder)).rejects.toBeInstanceOf(DataInUseError);
    await store.close();
    await (await Store.open(folder)).close();
  });

  it('refuses a folder that a living process holds', async () => {
    writeFileSync(join(folder, 'yaosu.pid'), String(process.ppid));
    await expect(Store.open(folder)).rejects.toMatchObject({ code: 'DATA_IN_USE' });
  });
});
