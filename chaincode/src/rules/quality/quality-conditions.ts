/** What quality's records have to say before a batch may go on. */
import type { SignedBy } from '../../model/enterprise/signed-by.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { QualityRecord } from '../../model/quality/schemas.js';
import { FAVOURABLE } from '../../model/quality/states.js';
import type { Condition, Failure } from '../condition.js';
import { isInvolved, testersOf } from './persons.js';

type Kind<K extends QualityRecord['kind']> = Extract<QualityRecord, { kind: K }>;

/** Quality's records of one batch, all of them. */
export interface QualityFacts {
  readonly batch: string;
  readonly records: readonly QualityRecord[];
}

const ofKind = <K extends QualityRecord['kind']>(
  records: readonly QualityRecord[],
  kind: K,
): readonly Kind<K>[] => records.filter((record): record is Kind<K> => record.kind === kind);

const failureOf = ({ batch, cmd }: QualityRecord): Failure => ({
  key: keyOf('qa', batch, cmd),
  details: { record: cmd },
});

const withoutRecord = (batch: string): readonly Failure[] => [{ key: keyOf('batch', batch), details: {} }];

const isAdverse = ({ closed }: Kind<'result' | 'deviation'>): boolean =>
  closed !== null && !FAVOURABLE.includes(closed.conclusion);

/** Whether an investigation of it is open: of a failed result, or a deviation. */
export const isUnderInvestigation = (record: QualityRecord): record is Kind<'result' | 'deviation'> =>
  record.kind === 'result'
    ? record.verdict === 'fail' && record.closed === null
    : record.kind === 'deviation' && record.closed === null;

/** Failed results and deviations are closed, with conclusions that a batch may go on. */
export const investigationConditions = ({ records }: QualityFacts): readonly Condition[] => {
  const failed = ofKind(records, 'result').filter(({ verdict }) => verdict === 'fail');
  const deviations = ofKind(records, 'deviation');
  return [
    { code: 'OOS_OPEN', failures: failed.filter(isUnderInvestigation).map(failureOf) },
    { code: 'DEVIATION_OPEN', failures: deviations.filter(isUnderInvestigation).map(failureOf) },
    { code: 'CONCLUSION_ADVERSE', failures: [...failed, ...deviations].filter(isAdverse).map(failureOf) },
  ];
};

/** Whether somebody who tested nothing has signed a review after the last result. */
export const isReviewed = (records: readonly QualityRecord[]): boolean => {
  const testers = testersOf(records);
  const lastResult = ofKind(records, 'result').reduce((last, { at }) => (at > last ? at : last), '');
  return ofKind(records, 'review').some(
    ({ at, signedBy }) => at >= lastResult && !isInvolved(signedBy, testers),
  );
};

/**
 * What a release rests on (GMP 2010, articles 215, 224, 230): results, closed investigations, a review after the last
 * result, and tester ≠ reviewer ≠ releaser.
 */
export const qualityConditions = (facts: QualityFacts, releaser: SignedBy): readonly Condition[] => {
  const { batch, records } = facts;
  const done = records.filter(({ kind }) => kind !== 'deviation');
  const own = done.filter(({ signedBy }) => isInvolved(releaser, [signedBy]));
  return [
    {
      code: 'RESULT_MISSING',
      failures: ofKind(records, 'result').length === 0 ? withoutRecord(batch) : [],
    },
    ...investigationConditions(facts),
    { code: 'REVIEW_MISSING', failures: isReviewed(records) ? [] : withoutRecord(batch) },
    { code: 'PERSON_INVOLVED', failures: own.map((record) => ({ ...failureOf(record), details: {} })) },
  ];
};
