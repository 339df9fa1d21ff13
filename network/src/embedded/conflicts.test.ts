import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Step } from './testing/probe-contract.js';
import { get, history, put, range, remove, TestLedger } from './testing/test-ledger.js';

const VALID = 0;
const MVCC = 11;
const PHANTOM = 12;
const MANY = Array.from({ length: 150 }, (_, index) => put(`n${String(index).padStart(3, '0')}`, 'x'));

interface Row {
  readonly name: string;
  readonly before?: readonly Step[];
  readonly held: readonly Step[];
  /** Committed while the held transaction waits, a block each. */
  readonly meanwhile?: readonly (readonly Step[])[];
  /** In the same block, ahead of the held transaction. */
  readonly ahead?: readonly Step[];
  readonly code: number;
}

const four = ['a', 'b', 'c', 'd'].map((key) => put(`r${key}`, '1'));

const ROWS: readonly Row[] = [
  {
    name: 'read and nothing happened',
    before: [put('k', '1')],
    held: [get('k'), put('k', '2')],
    code: VALID,
  },
  {
    name: 'two read-and-writes of an absent key',
    held: [get('m'), put('m', '1')],
    ahead: [get('m'), put('m', '2')],
    code: MVCC,
  },
  { name: 'blind writes in one block', held: [put('k', '1')], ahead: [put('k', '2')], code: VALID },
  {
    name: 'the same value written again',
    before: [put('k', '1')],
    held: [get('k')],
    meanwhile: [[put('k', '1')]],
    code: MVCC,
  },
  { name: 'absent, then created', held: [get('k')], meanwhile: [[put('k', '1')]], code: MVCC },
  {
    name: 'absent, then deleted blindly in an earlier block',
    held: [get('k')],
    meanwhile: [[remove('k')]],
    code: VALID,
  },
  {
    name: 'absent, then deleted blindly in the same block',
    held: [get('k')],
    ahead: [remove('k')],
    code: MVCC,
  },
  {
    name: 'absent, then created and deleted',
    held: [get('k')],
    meanwhile: [[put('k', '1')], [remove('k')]],
    code: VALID,
  },
  {
    name: 'insert in a range',
    before: four,
    held: [range('r', 's')],
    meanwhile: [[put('rbb', '1')]],
    code: PHANTOM,
  },
  {
    name: 'delete in a range',
    before: four,
    held: [range('r', 's')],
    meanwhile: [[remove('rb')]],
    code: PHANTOM,
  },
  {
    name: 'update in a range',
    before: four,
    held: [range('r', 's')],
    meanwhile: [[put('rb', '2')]],
    code: PHANTOM,
  },
  {
    name: 'insert at the end of a range read by one',
    before: four,
    held: [range('r', 's', 1)],
    meanwhile: [[put('rz', '1')]],
    code: PHANTOM,
  },
  {
    name: 'insert outside of a range',
    before: four,
    held: [range('r', 's')],
    meanwhile: [[put('t', '1')]],
    code: VALID,
  },
  { name: 'insert in an empty range', held: [range('r', 's')], meanwhile: [[put('rb', '1')]], code: PHANTOM },
  {
    name: 'insert within what a peer reads ahead',
    before: MANY,
    held: [range('n', 'o', 1)],
    meanwhile: [[put('n0995', '1')]],
    code: PHANTOM,
  },
  {
    name: 'insert behind what a peer reads ahead',
    before: MANY,
    held: [range('n', 'o', 1)],
    meanwhile: [[put('n1005', '1')]],
    code: VALID,
  },
  {
    name: 'phantom within one block',
    before: four,
    held: [range('r', 's')],
    ahead: [put('rbb', '1')],
    code: PHANTOM,
  },
  {
    name: 'blind delete of an absent key of a range in one block',
    before: four,
    held: [range('r', 's')],
    ahead: [remove('rbb')],
    code: VALID,
  },
  {
    name: 'history is not protected',
    before: [put('k', '1')],
    held: [history('k')],
    meanwhile: [[put('k', '2')]],
    code: VALID,
  },
];

describe('conflicts with what was read', () => {
  let test: TestLedger;
  beforeEach(async () => {
    test = await TestLedger.open();
  });
  afterEach(() => test.close());

  it.each(ROWS)('$name: code $code', async ({ before, held, meanwhile = [], ahead, code }) => {
    if (before) expect(await test.submit(before)).toBe(VALID);
    const waiting = await test.endorse(held);
    const first = ahead && (await test.endorse(ahead));
    for (const steps of meanwhile) expect(await test.submit(steps)).toBe(VALID);
    const codes = first ? await test.order(first, waiting) : await test.order(waiting);
    expect(codes.at(-1)).toBe(code);
  });
});
