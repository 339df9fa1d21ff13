/** A witness signs one history: forks are refused, kept, and refused again after a restart. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MerkleLog } from '@yaosu/network/log/merkle-log';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import type { Checkpoint } from '../api/checkpoint-schemas.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';
import { systemPorts } from '../ports.js';
import type { BlockLog } from './block-log.js';
import { isSignedByHost } from './sign-checkpoint.js';
import { Witness, type Proposed } from './witness.js';

const key = deviceKeyOf(newPrivateKeyPem());
const SIZE = 20;

/** A log whose blocks are those of a seed from a block on. */
const logOf = (fork = '', firm = SIZE): BlockLog => {
  const tree = MerkleLog.of(
    Array.from({ length: SIZE }, (_, i) => Buffer.from(`block ${String(i)}${i < 4 ? '' : fork}`)),
  );
  const header = (number: number): string => number.toString(16).padStart(64, '0');
  return {
    tree,
    size: SIZE,
    firm,
    headerHash: header,
    root: (size: number) => hexOfHash(tree.root(size)),
  } as unknown as BlockLog;
};

const proposedOf = (log: BlockLog, size: number, since = 0): Proposed => {
  const checkpoint: Checkpoint = {
    v: 1,
    ledgerId: '0'.repeat(32),
    firstBlock: log.headerHash(0),
    size,
    root: log.root(size),
    lastHeader: log.headerHash(size - 1),
    at: '2026-11-28T00:00:00.000Z',
    assurance: 'single operator',
    cosigners: ['RegulatorMSP'],
  };
  return { checkpoint, consistency: log.tree.consistency(since, size).map(hexOfHash) };
};

describe('a witness', () => {
  let folder: string;
  const open = (log: BlockLog): Promise<Witness> =>
    Witness.open(folder, { mspId: 'RegulatorMSP', key }, { log, clock: systemPorts.clock });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaosu-witness-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('signs what follows', async () => {
    const log = logOf();
    const witness = await open(log);
    for (const [since, size] of [
      [0, 5],
      [5, 9],
      [9, 9],
    ] as const) {
      const proposed = proposedOf(log, size, since);
      const signature = await witness.cosign(proposed);
      expect(isSignedByHost(proposed.checkpoint, signature, key.publicKey)).toBe(true);
    }
    await witness.close();
  });

  it('refuses a fork of its blocks, and keeps it', async () => {
    const witness = await open(logOf());
    const forked = proposedOf(logOf('!'), 8);
    await expect(witness.cosign(forked)).rejects.toMatchObject({ code: 'CHECKPOINT_FORKED' });
    expect(witness.forks.map(({ shown }) => shown)).toEqual([forked.checkpoint]);
    await witness.close();
  });

  it('refuses another history than the one it signed in an earlier life', async () => {
    const first = await open(logOf());
    await first.cosign(proposedOf(logOf(), 8));
    await first.close();
    await appendFile(join(folder, 'RegulatorMSP.signed.jsonl'), '{"cut off');
    const other = logOf('!');
    const again = await open(other);
    expect(again.last?.size).toBe(8);
    await expect(again.cosign(proposedOf(other, 12, 8))).rejects.toMatchObject({ code: 'CHECKPOINT_FORKED' });
    await expect(again.cosign(proposedOf(other, 8, 8))).rejects.toMatchObject({ code: 'CHECKPOINT_FORKED' });
    expect(again.forks).toHaveLength(2);
    await again.close();
  });

  it('signs nothing smaller, and nothing that its blocks do not reach', async () => {
    const log = logOf();
    const witness = await open(log);
    await witness.cosign(proposedOf(log, 8));
    await expect(witness.cosign(proposedOf(log, 5))).rejects.toMatchObject({ code: 'CHECKPOINT_OLD' });
    const beginsEarlier = proposedOf(log, 9, 4);
    await expect(witness.cosign(beginsEarlier)).rejects.toMatchObject({ code: 'CHECKPOINT_OLD' });
    expect(witness.forks).toEqual([]);
    const ahead = { ...proposedOf(log, 8), checkpoint: { ...proposedOf(log, 8).checkpoint, size: SIZE + 1 } };
    await expect(witness.cosign(ahead)).rejects.toMatchObject({ code: 'CHECKPOINT_AHEAD' });
    await witness.close();
  });

  it('signs no block that only another organisation’s peer has given', async () => {
    const log = logOf('', 8);
    const witness = await open(log);
    await expect(witness.cosign(proposedOf(log, 9))).rejects.toMatchObject({
      code: 'CHECKPOINT_AHEAD',
      details: { size: 8 },
    });
    await witness.cosign(proposedOf(log, 8));
    await witness.close();
  });
});
