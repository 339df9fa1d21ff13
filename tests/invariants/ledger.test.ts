import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '@hyperledger/fabric-protos';
import type { AuditRow, JournalEntry } from '@yaosu/gateway/journal';
import { TestNetwork } from '../support/test-network.js';
import { checkAcknowledged, checkOneEffect } from './acknowledged.js';
import { checkAudit } from './audit.js';
import { checkChain } from './chain.js';
import { inspected, known, registered, sound, textOf } from './drafts.js';
import { checkFlags } from './flags.js';

describe('I1 and I2', () => {
  test('an acknowledged write that is missing, elsewhere or there twice is named', () => {
    const told = [
      { cmd: 'cmd r', txId: 'r' },
      { cmd: 'cmd i', txId: null },
    ];
    expect(checkAcknowledged(sound, told)).toEqual([]);
    expect(textOf(checkAcknowledged([known], told))).toBe(
      'I1 command cmd r was told as r, on the ledger: nothing\nI1 command cmd i was taken over, on the ledger: nothing',
    );
    expect(textOf(checkAcknowledged(sound, [{ cmd: 'cmd r', txId: 'other' }]))).toContain('told as other');
    expect(textOf(checkAcknowledged([...sound, registered], told))).toContain('on the ledger: r,r');
  });

  test('a command with two effects is named', () => {
    expect(checkOneEffect(sound)).toEqual([]);
    expect(textOf(checkOneEffect([...sound, registered]))).toBe('I2 command cmd r has effects in r,r');
  });
});

describe('I3', () => {
  let blocks: Uint8Array[];
  let network: TestNetwork;
  beforeAll(async () => {
    network = await TestNetwork.open({});
    await network.register('carrier', ['carrier'], 'LogisticsMSP');
    blocks = [];
    for (let i = 0n; i < (await network.ledger.height()); i += 1n)
      blocks.push(await network.ledger.blockBytes(i));
  });
  afterAll(() => network.close());

  const changed = (number: number, change: (block: common.Block) => void): readonly Uint8Array[] =>
    blocks.map((bytes, i) => {
      const block = common.Block.deserializeBinary(bytes);
      if (i === number) change(block);
      return block.serializeBinary();
    });
  const withFlags = (flags: readonly number[]) => (block: common.Block) => {
    const metadata = block.getMetadata();
    const list = metadata?.getMetadataList_asU8() ?? [];
    list[common.BlockMetadataIndex.TRANSACTIONS_FILTER] = Uint8Array.from(flags);
    metadata?.setMetadataList(list);
  };

  test('blocks of a ledger are sound', () => {
    expect(checkChain(blocks)).toBe('whole');
    expect(checkFlags(blocks)).toEqual([]);
  });

  test('a block that was taken out, and data that were changed, are named', () => {
    expect(checkChain(blocks.filter((_, i) => i !== 1))).toBe('number of block 1');
    const emptied = changed(2, (block) => block.getData()?.setDataList([]));
    expect(checkChain(emptied)).toBe('data hash of block 2');
    const header = changed(3, (block) => block.getHeader()?.setPreviousHash(new Uint8Array(32)));
    expect(checkChain(header)).toBe('previous hash of block 3');
  });

  test('a verdict that is missing, unknown or wrong is named', () => {
    expect(textOf(checkFlags(changed(2, withFlags([]))))).toContain('block 2: 0 verdicts');
    expect(textOf(checkFlags(changed(2, withFlags([254]))))).toContain('transaction 0 has no verdict');
    expect(textOf(checkFlags(changed(2, withFlags([99]))))).toContain('transaction 0 has no verdict');
    // Without the opening that block 2 holds, the registration in block 3 has read what is not there.
    expect(textOf(checkFlags(changed(2, withFlags([10]))))).toMatch(/block 3: .* is VALID and read a stale/);
    expect(textOf(checkFlags([...blocks, blocks[3] as Uint8Array]))).toContain('is VALID and read a stale');
  });
});

describe('I9', () => {
  const row = (seq: number, cmd: string, event: AuditRow['event'], txId: string | null = null): AuditRow => ({
    seq,
    at: '2026-11-25T00:00:00.000Z',
    cmd,
    contract: 'Batch',
    act: 'register',
    by: { enterprise: 'maker', kid: 'k' },
    event,
    txId,
    code: null,
  });
  const entry = (cmd: string, name: string): JournalEntry =>
    ({ cmd, state: { name } }) as unknown as JournalEntry;
  const rows = [
    row(1, 'cmd r', 'received'),
    row(2, 'cmd i', 'received'),
    row(3, 'cmd r', 'committed', 'r'),
    row(4, 'cmd i', 'committed', 'i'),
  ];
  const entries = [entry('cmd r', 'committed'), entry('cmd i', 'committed')];
  const history = [registered, inspected({})];

  test('rows that tell of everything are sound', () => {
    expect(checkAudit(history, rows, entries)).toEqual([]);
  });

  test('a row that was taken out, changed or added, and a command without rows, are named', () => {
    const without = (seq: number): string =>
      textOf(
        checkAudit(
          history,
          rows.filter((each) => each.seq !== seq),
          entries,
        ),
      );
    expect(without(1)).toContain('row 1 of the audit trail is missing');
    expect(without(1)).toContain('cmd r does not begin with its receipt');
    expect(without(4)).toContain('cmd i has no end');
    expect(without(4)).toContain('the entry of cmd i is committed, its last row received');
    const other = rows.map((each) => (each.seq === 3 ? { ...each, txId: 'x' } : each));
    expect(textOf(checkAudit(history, other, entries))).toContain('committed as x, on the ledger as r');
    const twice = [...rows, row(5, 'cmd i', 'committed', 'i')];
    expect(textOf(checkAudit(history, twice, entries))).toContain('committed as i,i, on the ledger as i');
    expect(textOf(checkAudit(history, rows.slice(0, 1), []))).toContain('command cmd i is in no row');
    const nameless = rows.map((each) => ({ ...each, by: { enterprise: '', kid: '' } }));
    expect(textOf(checkAudit(history, nameless, entries))).toContain('has a row without a name');
  });
});
