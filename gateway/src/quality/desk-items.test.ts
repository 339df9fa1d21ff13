import { describe, expect, test } from '@jest/globals';
import { DAY_MS, later } from '@yaosu/chaincode/model/kernel/time';
import { AIM_DAYS } from '../api/quality.js';
import type { DeskBatch, DeskExcursion } from './desk-facts.js';
import { itemsOfBatch, itemsOfExcursion, type Asking } from './desk-items.js';

const BATCH = 'b0'.repeat(32);
const START = '2026-06-01T08:00:00.000Z';
const person = (enterprise: string, name: string) => ({ enterprise, kid: name, person: name });
const asking = (enterprise: string, at = START): Asking => ({ as: person(enterprise, 'qp'), at });

const qa = (cmd: string, change: object) => ({
  key: `qa~${BATCH}~${cmd}`,
  hash: 'h',
  value: { batch: BATCH, cmd, at: START, signedBy: person('maker', 'analyst'), closed: null, ...change },
});
const deskOf = (change: object, rest: object = {}): DeskBatch =>
  ({
    ...{ key: `batch~${BATCH}`, hash: 'h', since: START, quality: [], holds: [], stops: [], inputs: [] },
    value: {
      ...{ batch: BATCH, kind: 'packed', issuer: 'maker', owner: 'maker', mah: 'holder', market: 'none' },
      ...{ disposition: 'quarantine', usableUntil: '2028-01-01', ...change },
    },
    ...rest,
  }) as unknown as DeskBatch;
const released = { disposition: 'released' };
const kindsOf = (desk: DeskBatch, enterprise: string) =>
  itemsOfBatch(desk, asking(enterprise)).map(({ kind, whose }) => `${kind} ${whose}`);

describe('what waits of a batch', () => {
  const sample = qa('s', { kind: 'sample', sample: 'x' });
  const failed = qa('f', { kind: 'result', sample: 's', verdict: 'fail' });

  test.each<[string, DeskBatch, string, readonly string[]]>([
    ['in process, nothing', deskOf({ disposition: 'inProcess' }), 'maker', []],
    ['its maker’s release', deskOf({}), 'maker', ['siteRelease own']],
    ['of the holder’s partner', deskOf({}), 'holder', ['siteRelease partner']],
    ['then the holder’s', deskOf(released), 'holder', ['marketRelease own']],
    ['no other kind’s', deskOf({ ...released, kind: 'bulk' }), 'holder', []],
    ['a sample', deskOf({ disposition: 'inProcess' }, { quality: [sample] }), 'maker', ['sample own']],
    [
      'a tested one no more',
      deskOf(released, { quality: [sample, failed] }),
      'maker',
      ['oos own', 'marketRelease partner'],
    ],
    ['no kept sample', deskOf({ ...released, market: 'released' }, { quality: [sample] }), 'maker', []],
    ['nobody else’s', deskOf({}, { quality: [failed] }), 'rival', []],
  ])('%s', (_, desk, enterprise, kinds) => {
    expect(kindsOf(desk, enterprise)).toEqual(kinds);
  });

  test('a hold is of who answers for the batch and of who placed it', () => {
    const hold = {
      key: `hold~${BATCH}~h`,
      hash: 'h',
      value: { placedAt: START, placedBy: person('shop', 'p'), liftedBy: null },
    };
    const held = deskOf({ ...released, market: 'released' }, { holds: [hold] });
    expect(['maker', 'shop', 'rival'].map((each) => kindsOf(held, each))).toEqual([
      ['hold partner'],
      ['hold own'],
      [],
    ]);
  });

  test('an investigation that a firm opened which answers no more is the maker’s to close', () => {
    const opened = qa('d', {
      kind: 'deviation',
      number: 'D',
      severity: 'minor',
      signedBy: person('plant', 'p'),
    });
    const [item] = itemsOfBatch(deskOf({ disposition: 'inProcess' }, { quality: [opened] }), asking('maker'));
    expect(item).toMatchObject({ kind: 'deviation', turn: { enterprise: 'maker' }, blocks: ['siteRelease'] });
  });

  test('is overdue when its aim is past, and not before', () => {
    const due = later(START, AIM_DAYS.siteRelease * DAY_MS);
    const stateAt = (at: string) => itemsOfBatch(deskOf({}), asking('maker', at))[0]?.state;
    expect([stateAt(due), stateAt(later(due, 1))]).toEqual(['blocked', 'overdue']);
  });
});

test.each([
  ['owner', ['holder'], 'owner', 1],
  ['owner', ['holder', 'holder'], 'holder', 1],
  ['owner', ['holder', 'other'], 'holder', 0],
  ['owner', ['holder'], 'carrier', 0],
])('an excursion of a load of %s by %j is for %s: %s', (owner, mahs, enterprise, count) => {
  const load = { owner, noteNo: 'N', lines: [{ batch: BATCH }] };
  const excursion = { key: 'exc~s~e', hash: 'h', value: { openedAt: START }, load, mahs };
  expect(itemsOfExcursion(excursion as unknown as DeskExcursion, asking(enterprise))).toHaveLength(count);
});
