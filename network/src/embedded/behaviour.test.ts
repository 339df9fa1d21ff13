import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataInUseError, openEmbeddedLedger } from './index.js';
import type { Step } from './testing/probe-contract.js';
import {
  get,
  history,
  MANUFACTURER,
  newProbeDefinition,
  parseResult,
  put,
  range,
  REGULATOR,
  remove,
  TestLedger,
} from './testing/test-ledger.js';

const VALID = 0;
const PHANTOM = 12;
const NOTHING = '';

const page = (size: number, bookmark = '', start = 'p', end = 'q'): Step => ({
  call: 'getStateByRangeWithPagination',
  args: [start, end, size, bookmark],
  take: 1000,
});
const call = (chaincode: string, steps: readonly Step[]): Step => ({
  call: 'invokeChaincode',
  args: [chaincode, ['Probe:run', JSON.stringify(steps)]],
});

describe('the embedded ledger', () => {
  let test: TestLedger;
  beforeEach(async () => {
    test = await TestLedger.open({
      chaincodes: [newProbeDefinition(), newProbeDefinition({ name: 'other' })],
    });
  });
  afterEach(() => test.close());

  it('does not show a transaction its own writes', async () => {
    const steps = [put('k', '1'), get('k'), put('k', '2'), range('a', 'z')];
    const { result } = await test.endorse(steps);
    expect(parseResult(result)).toEqual(['', '', '', []]);
  });

  it.each([
    { name: 'an empty value deletes', steps: [put('k', '')], value: '', deletes: [true] },
    { name: 'put and delete is a delete', steps: [put('k', '1'), remove('k')], value: '', deletes: [true] },
    { name: 'delete and put is a put', steps: [remove('k'), put('k', '1')], value: '1', deletes: [false] },
  ])('$name', async ({ steps, value, deletes }) => {
    expect(await test.submit(steps)).toBe(VALID);
    expect(await test.evaluate([get('k')])).toEqual([value]);
    const [entries] = await test.evaluate([history('k')]);
    expect((entries as { isDelete: boolean }[]).map(({ isDelete }) => isDelete)).toEqual(deletes);
  });

  it('tells the history of a key from the newest to the oldest, of valid transactions only', async () => {
    await test.submit([put('k', '1'), put('kk', 'x')]);
    await test.submit([put('k', '2')], { endorsers: [MANUFACTURER] });
    await test.submit([put('k', '3')]);
    const [entries] = await test.evaluate([history('k')]);
    const values = (entries as { value: { data: number[] } }[]).map(({ value }) =>
      Buffer.from(value.data).toString(),
    );
    expect(values).toEqual(['3', '1']);
  });

  it('keeps composite keys, the empty key and keys of a zero byte out of open ranges', async () => {
    await test.submit([
      put('', '1'),
      put('\0t\0a\0', '1'),
      put('\uffee', '1'),
      put('\u{1f600}', '1'),
      put('Z', '1'),
      put('a', '1'),
    ]);
    expect(await test.evaluate([range('', '')])).toEqual([['Z', 'a', '\uffee', '\u{1f600}']]);
    const partial: Step = { call: 'getStateByPartialCompositeKey', args: ['t', ['a']], take: 10 };
    expect(await test.evaluate([partial])).toEqual([['\0t\0a\0']]);
  });

  it('reads a long range to its end', async () => {
    const keys = Array.from({ length: 250 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    await test.submit(keys.map((key) => put(key, '1')));
    expect(await test.evaluate([range('n', 'o')])).toEqual([keys]);
  });

  it('gives pages with the key that comes next', async () => {
    await test.submit(['1', '2', '3'].map((key) => put(`p${key}`, '1')));
    expect(await test.evaluate([page(2), page(2, 'p3'), page(0), page(-1)])).toEqual([
      { keys: ['p1', 'p2'], bookmark: 'p3', fetchedRecordsCount: 2 },
      { keys: ['p3'], bookmark: '', fetchedRecordsCount: 1 },
      ['p1', 'p2', 'p3'],
      { keys: ['p1', 'p2', 'p3'], bookmark: '', fetchedRecordsCount: 3 },
    ]);
  });

  it.each([
    { inserted: 'p15', code: PHANTOM },
    { inserted: 'p25', code: VALID },
  ])('protects a page that is submitted: $inserted gives $code', async ({ inserted, code }) => {
    await test.submit(['1', '2', '3'].map((key) => put(`p${key}`, '1')));
    const held = await test.endorse([page(2)]);
    await test.submit([put(inserted, '1')]);
    expect(await test.order(held)).toEqual([code]);
  });

  it('rules pages and writes out of one transaction', async () => {
    const [, refused] = await test.evaluate([page(2), put('k', '1')]);
    expect(refused).toEqual({
      error: expect.stringMatching(
        /^PUT_STATE failed: transaction ID: \w+: .*paginated query. Writes are not allowed$/,
      ),
    });
    const [, tooLate] = await test.evaluate([put('k', '1'), page(2)]);
    expect(tooLate).toEqual({ error: expect.stringContaining('only in a read-only transaction') });
  });

  it('lets a called chaincode write under its own name and drops its event', async () => {
    const event: Step = { call: 'setEvent', args: ['Callee', { hex: '00' }] };
    await test.submit([call('other', [put('k', 'theirs'), event]), put('k', 'mine')]);
    expect(await test.evaluate([get('k')])).toEqual(['mine']);
    expect(await test.evaluate([get('k')], { chaincode: 'other' })).toEqual(['theirs']);
    const block = await test.ledger.block((await test.ledger.height()) - 1n);
    expect(block.transactions[0]?.event).toBeUndefined();
  });

  it('keeps what a called chaincode wrote before it failed, if its caller goes on', async () => {
    const { result, txId, envelope } = await test.endorse([call('other', [put('k', '1'), { raise: 'NO' }])]);
    expect(parseResult(result)).toEqual([expect.objectContaining({ status: 500, message: 'NO' })]);
    expect(await test.order({ result, txId, envelope })).toEqual([VALID]);
    expect(await test.evaluate([get('k')], { chaincode: 'other' })).toEqual(['1']);
  });

  it('refuses to call back into a running chaincode, and a chaincode that is not there', async () => {
    const [again, nowhere] = await test.evaluate([call('probe', []), call('nowhere', [])]);
    expect(again).toEqual({ error: expect.stringMatching(/txid: \w+\(main\) exists/) });
    expect(nowhere).toEqual({ error: expect.stringContaining('chaincode nowhere not found') });
  });

  it('refuses what endorsers do not agree on', async () => {
    await expect(test.endorse([{ call: 'random', args: [] }])).rejects.toMatchObject({
      message: 'ProposalResponsePayloads do not match',
      details: { status: 'ABORTED' },
    });
  });

  it('hands every block to those who follow, and the last event of a transaction', async () => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    await test.submit([put('k', '1'), event('First'), event('Second')]);
    for await (const block of test.ledger.blocks(0n, stop.signal)) {
      seen.push(block.transactions.map((transaction) => transaction.event?.name ?? NOTHING));
      if (seen.length === 4) stop.abort();
    }
    expect(seen).toEqual([[NOTHING], [NOTHING], [NOTHING], ['Second']]);
  });

  it('refuses identities that no organisation of the channel issued', async () => {
    const stranger = await TestLedger.open();
    const foreign = stranger.identity(REGULATOR);
    const refused = test.ledger.submit(
      { contract: 'Probe', fn: 'run', args: ['[]'], endorsers: [] },
      foreign,
    );
    await expect(refused).rejects.toMatchObject({ details: { status: 'PERMISSION_DENIED' } });
    await stranger.close();
  });

  it('does not open a folder twice, and reopens it with the same chain', async () => {
    await expect(openEmbeddedLedger(test.options)).rejects.toBeInstanceOf(DataInUseError);
    const { channelGenesis } = test.ledger;
    await test.submit([put('k', '1')]);
    await test.ledger.close();
    const reopened = await openEmbeddedLedger(test.options);
    expect(reopened.channelGenesis).toBe(channelGenesis);
    expect(await reopened.height()).toBe(4n);
    await reopened.close();
    test = await TestLedger.open();
  });
});

function event(name: string): Step {
  return { call: 'setEvent', args: [name, { hex: '00' }] };
}
