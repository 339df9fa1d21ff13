import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { judgeChain } from './attested-heads.js';
import { readChainFile, ReadsJournal, type NewReadEntry } from './reads-journal.js';

const entry = (id: number): NewReadEntry => ({
  at: '2026-11-25T08:00:00.000Z',
  enterprise: 'drug-authority',
  kid: 'ab'.repeat(32),
  person: 'cd'.repeat(16),
  purpose: 'inspection',
  case: null,
  read: 'batch',
  asked: { id: String(id) },
});

describe('the journal of reads', () => {
  let folder: string;
  let path: string;

  const written = async (count: number): Promise<readonly string[]> => {
    const journal = await ReadsJournal.open(path);
    await Promise.all(Array.from({ length: count }, (_, i) => journal.append(entry(i))));
    await journal.close();
    return (await readFile(path, 'utf8')).trimEnd().split('\n');
  };
  const breakAt = async (lines: readonly string[]): Promise<number | null> => {
    await writeFile(path, lines.map((line) => `${line}\n`).join(''));
    return judgeChain(await readChainFile(path), []).brokenAt;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reads-'));
    path = join(folder, 'reads', 'chain.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('chains entries in the order in which they came, also after a restart', async () => {
    await written(3);
    const lines = await written(2);
    expect(lines).toHaveLength(5);
    const { entries, brokenAt } = await readChainFile(path);
    expect([entries.map(({ seq }) => seq), brokenAt]).toEqual([[1, 2, 3, 4, 5], null]);
  });

  it('is found out when an entry was changed, left out, put in, turned round or repeated', async () => {
    const [a = '', b = '', c = ''] = await written(3);
    expect(await breakAt([a, b, c])).toBeNull();
    expect(await breakAt([a, b.replace('inspection', 'statistics'), c])).toBe(3);
    expect(await breakAt([b, c])).toBe(1);
    expect(await breakAt([a, c])).toBe(2);
    expect(await breakAt([a, c, b])).toBe(2);
    expect(await breakAt([a, a, b, c])).toBe(2);
    expect(await breakAt([a, '{}', b, c])).toBe(2);
  });

  it('is found out by the head on the ledger when its end was cut off or written anew', async () => {
    const lines = await written(3);
    const { hashes } = await readChainFile(path);
    const head = { count: 3, hash: hashes[2] ?? '', at: '', block: 1, txId: '' };
    expect(judgeChain(await readChainFile(path), [head]).brokenAt).toBeNull();
    await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`);
    expect(judgeChain(await readChainFile(path), [head]).brokenAt).toBe(3);
    await written(1);
    expect(judgeChain(await readChainFile(path), [head]).brokenAt).toBe(3);
  });

  it('takes away the half line of a crash, which nobody was answered for', async () => {
    await written(2);
    await appendFile(path, '{"at":"2026');
    await written(1);
    const { entries, brokenAt } = await readChainFile(path);
    expect([entries.length, brokenAt]).toEqual([3, null]);
  });
});
