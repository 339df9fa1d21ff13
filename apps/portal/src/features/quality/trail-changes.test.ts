import { describe, expect, test } from '@jest/globals';
import type { HoldRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import { changeOf, lastReview, linesOfBatch, type BatchRecords, type Line } from './trail-changes.js';

const BATCH = 'b0'.repeat(32);
const OTHER = 'b1'.repeat(32);
const CMD = 'c0'.repeat(32);
const QA = `qa~${BATCH}~${CMD}`;
const HOLD = `hold~${BATCH}~${CMD}`;

const line = (name: string, keys: readonly string[]): Line => {
  const [contract = '', act = ''] = name.split('.');
  const place = { block: 1, txId: 't', at: '2026-06-01T08:00:00.000Z' };
  return { ...place, contract, act, signers: [], keys: [...keys], drill: false };
};
const quality = (record: object): BatchRecords => ({
  qa: new Map([[QA, record as QualityRecord]]),
  hold: new Map(),
});
const closed = { conclusion: 'noImpact', report: 'why closed' };

describe('what an act changed', () => {
  test.each<[string, object, object]>([
    [
      'Quality.result',
      { kind: 'result', verdict: 'fail', value: 'v' },
      { from: null, to: 'fail', reason: 'v' },
    ],
    [
      'Quality.openDeviation',
      { kind: 'deviation', description: 'd', closed },
      { from: null, to: 'open', reason: 'd' },
    ],
    [
      'Quality.close',
      { kind: 'deviation', description: 'd', closed },
      { from: 'open', to: 'noImpact', reason: 'why closed' },
    ],
    ['Quality.review', { kind: 'review', report: 'r' }, { from: null, to: 'review', reason: 'r' }],
    ['Quality.sample', { kind: 'sample' }, { from: null, to: 'sample', reason: null }],
  ])('%s', (act, record, change) => {
    expect(changeOf(line(act, [QA]), quality(record))).toEqual(change);
  });

  test('a release says from what to what, also when it wrote more than the batch', () => {
    const released = { from: 'quarantine', to: 'released', reason: null };
    expect(changeOf(line('Batch.releaseFromSite', [`batch~${BATCH}`]), quality({}))).toEqual(released);
    const made = { from: 'inProcess', to: 'quarantine', reason: null };
    const written = [`batch~${BATCH}`, QA];
    expect(changeOf(line('Batch.transform', written), quality({ kind: 'deviation' }))).toEqual(made);
  });

  test('a hold says why', () => {
    const records = { qa: new Map(), hold: new Map([[HOLD, { reason: 'doubt' } as HoldRecord]]) };
    expect(changeOf(line('Batch.hold', [HOLD]), records)).toEqual({
      from: null,
      to: 'held',
      reason: 'doubt',
    });
  });
});

test('lines of the batch itself are its trail: not those of what went into it, nor of its stock alone', () => {
  const own = line('Quality.result', [QA]);
  const lines = [
    line('Quality.result', [`qa~${OTHER}~${CMD}`]),
    own,
    line('Stock.move', [`parcel~${CMD}~0`]),
  ];
  expect(linesOfBatch(lines, BATCH)).toEqual([own]);
});

test('the last review counts', () => {
  const review = (at: string) => ({ kind: 'review', at }) as QualityRecord;
  const result = { kind: 'result', at: '3' } as QualityRecord;
  expect(lastReview([review('1'), review('2'), result])?.at).toBe('2');
  expect(lastReview([result])).toBeUndefined();
});
