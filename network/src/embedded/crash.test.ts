import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { loadOrMakeIdentities } from '@yaosu/identity';
import { openEmbeddedLedger } from './open-embedded-ledger.js';
import { newOptions } from './testing/test-ledger.js';

const ACKNOWLEDGED = 20;
const CHILD = new URL('./testing/run-until-killed.ts', import.meta.url).pathname;

describe('a ledger whose process is killed', () => {
  it('has everything it acknowledged, and one unbroken chain', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crash-'));
    const acknowledged = await runAndKill(folder);
    const ledger = await openEmbeddedLedger(newOptions(folder, await loadOrMakeIdentities(folder)));
    for (const txId of acknowledged) expect(await ledger.find(txId)).toMatchObject({ code: 0 });
    let previous = '';
    for (let number = 0n; number < (await ledger.height()); number += 1n) {
      const block = await ledger.block(number);
      expect(block.previousHash).toBe(previous);
      previous = block.headerHash;
    }
    await ledger.close();
    await rm(folder, { recursive: true });
  });
});

async function runAndKill(folder: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === ACKNOWLEDGED) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}
