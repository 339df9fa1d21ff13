import { describe, expect, test } from '@jest/globals';
import type { BatchRecord } from '../../model/batch/schemas.js';
import type { QualityRecord } from '../../model/quality/schemas.js';
import { assertMet, isMet, type Condition } from '../condition.js';
import {
  marketReleaseConditions,
  siteReleaseConditions,
  type ReleaseFacts,
  type SiteReleaseFacts,
} from './release-conditions.js';

const BATCH = 'b0'.repeat(32);
const by = 'f'.repeat(64);
const person = (name: string) => ({ enterprise: 'maker', kid: name, person: name });
const RELEASER = person('qp');

const batch: BatchRecord = {
  ...{ v: 1, by, batch: BATCH, kind: 'packed', issuer: 'maker', owner: 'maker', manufacturer: 'maker' },
  ...{ mah: 'maker', site: '6901234000016', unit: 'H87', control: 'none', storage: 'ambient' },
  ...{ manufactured: '2026-01-01', usableUntil: '2026-12-31', disposition: 'quarantine', market: 'none' },
  identity: by,
};

const base = (cmd: string, name: string, at: string) => ({
  ...{ v: 1, by, batch: BATCH, cmd, at: `2026-06-0${at}T08:00:00.000Z` },
  signedBy: person(name),
});
const result = (cmd: string, change: object = {}): QualityRecord =>
  ({
    ...base(cmd, 'analyst', '1'),
    kind: 'result',
    verdict: 'pass',
    closed: null,
    ...change,
  }) as QualityRecord;
const deviation = (cmd: string, closed: object | null): QualityRecord =>
  ({ ...base(cmd, 'production', '1'), kind: 'deviation', closed }) as QualityRecord;
const review = (change: object = {}): QualityRecord =>
  ({ ...base('review', 'reviewer', '2'), kind: 'review', ...change }) as QualityRecord;

const ready: SiteReleaseFacts = {
  batch,
  blocks: { stops: [], holds: [] },
  inputs: [],
  quality: [result('tested'), review()],
  at: '2026-06-03T08:00:00.000Z',
};
const unmet = (conditions: readonly Condition[]): readonly string[] =>
  conditions.filter((each) => !isMet(each)).map(({ code }) => code);
const ofSite = (change: Partial<SiteReleaseFacts>, releaser = RELEASER): readonly string[] =>
  unmet(siteReleaseConditions({ ...ready, ...change }, releaser));
const ofMarket = (change: Partial<ReleaseFacts>): readonly string[] =>
  unmet(marketReleaseConditions({ ...ready, ...change }));

const hold = { batch: BATCH, hold: 'h', placedBy: RELEASER, liftedBy: null };
const stop = {
  investigation: 'i',
  provisional: true,
  placedAt: '2026-06-02T08:00:00.000Z',
  lifted: false,
  drill: false,
};
const blocked = (stops: readonly object[], holds: readonly object[]) =>
  ({ stops, holds }) as unknown as ReleaseFacts['blocks'];

describe('a release from site', () => {
  test.each<[string, readonly string[], Partial<SiteReleaseFacts>]>([
    ['nothing', [], {}],
    ['no result', ['RESULT_MISSING'], { quality: [review()] }],
    ['no review', ['REVIEW_MISSING'], { quality: [result('tested')] }],
    ['a failed result', ['OOS_OPEN'], { quality: [...ready.quality, result('failed', { verdict: 'fail' })] }],
    ['a deviation', ['DEVIATION_OPEN'], { quality: [...ready.quality, deviation('d', null)] }],
    [
      'a rework',
      ['CONCLUSION_ADVERSE'],
      { quality: [...ready.quality, deviation('d', { conclusion: 'reworkNeeded' })] },
    ],
    ['no lasting doubt', [], { quality: [...ready.quality, deviation('d', { conclusion: 'noImpact' })] }],
    ['its last day', ['BATCH_EXPIRED'], { at: '2027-01-01T00:00:00.000Z' }],
    ['a stop that binds', ['BATCH_STOPPED'], { blocks: blocked([stop], []) }],
    ['no drill’s stop', [], { blocks: blocked([{ ...stop, drill: true }], []) }],
    [
      'no stop that has lapsed',
      [],
      { blocks: blocked([{ ...stop, placedAt: '2026-05-01T00:00:00.000Z' }], []) },
    ],
    ['a hold', ['BATCH_HELD'], { blocks: blocked([], [hold]) }],
    ['no lifted hold', [], { blocks: blocked([], [{ ...hold, liftedBy: RELEASER }]) }],
    ['an input', ['INPUT_NOT_RELEASED'], { inputs: [batch] }],
    ['its state', ['STATE_WRONG'], { batch: { ...batch, disposition: 'released' } }],
  ])('is blocked by %s: %j', (_, codes, change) => {
    expect(ofSite(change)).toEqual(codes);
  });

  test.each(['analyst', 'reviewer'])('is not for the %s of the batch', (name) => {
    expect(ofSite({}, person(name))).toEqual(['PERSON_INVOLVED']);
  });

  test('is not on a review by who tested it', () => {
    expect(ofSite({ quality: [result('tested'), review({ signedBy: person('analyst') })] })).toEqual([
      'REVIEW_MISSING',
    ]);
  });

  test('names all that blocks it at once, and is refused by the first', () => {
    const quality = [
      result('failed', { verdict: 'fail' }),
      result('again', { verdict: 'fail' }),
      deviation('d', null),
    ];
    const conditions = siteReleaseConditions({ ...ready, quality, blocks: blocked([], [hold]) }, RELEASER);
    expect(unmet(conditions)).toEqual(['BATCH_HELD', 'OOS_OPEN', 'DEVIATION_OPEN', 'REVIEW_MISSING']);
    expect(conditions.find(({ code }) => code === 'OOS_OPEN')?.failures).toEqual([
      { key: `qa~${BATCH}~failed`, details: { record: 'failed' } },
      { key: `qa~${BATCH}~again`, details: { record: 'again' } },
    ]);
    expect(() => {
      assertMet(conditions);
    }).toThrow('BATCH_HELD');
    expect(() => {
      assertMet(siteReleaseConditions(ready, RELEASER));
    }).not.toThrow();
  });
});

describe('a release to the market', () => {
  const released = { ...batch, disposition: 'released' } as const;
  test.each<[string, readonly string[], Partial<ReleaseFacts>]>([
    ['nothing', [], { batch: released }],
    ['no release from site', ['BATCH_NOT_RELEASED'], {}],
    ['its kind', ['BATCH_KIND_FORBIDDEN'], { batch: { ...released, kind: 'bulk' } }],
    ['the same release before', ['STATE_WRONG'], { batch: { ...released, market: 'released' } }],
    ['a hold', ['BATCH_HELD'], { batch: released, blocks: blocked([], [hold]) }],
    ['a deviation', ['DEVIATION_OPEN'], { batch: released, quality: [deviation('d', null)] }],
  ])('is blocked by %s: %j', (_, codes, change) => {
    expect(ofMarket(change)).toEqual(codes);
  });
});
