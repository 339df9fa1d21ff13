import type { SignedBy } from '../../model/enterprise/signed-by.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { QualityRecord } from '../../model/quality/schemas.js';
import { FAVOURABLE } from '../../model/quality/states.js';
import { assertNotInvolved, isSamePerson, reviewersOf, testersOf } from './persons.js';

type Kind<K extends QualityRecord['kind']> = Extract<QualityRecord, { kind: K }>;

const ofKind = <K extends QualityRecord['kind']>(
  records: readonly QualityRecord[],
  kind: K,
): readonly Kind<K>[] => records.filter((record): record is Kind<K> => record.kind === kind);

/** Failed results and deviations are closed, with conclusions that a batch may go on. @throws OOS_OPEN, DEVIATION_OPEN, CONCLUSION_ADVERSE */
export const assertInvestigated = (records: readonly QualityRecord[]): void => {
  const failed = ofKind(records, 'result').filter(({ verdict }) => verdict === 'fail');
  const deviations = ofKind(records, 'deviation');
  const openResult = failed.find(({ closed }) => closed === null);
  if (openResult !== undefined) throw new YaosuError('OOS_OPEN', { record: openResult.cmd });
  const open = deviations.find(({ closed }) => closed === null);
  if (open !== undefined) throw new YaosuError('DEVIATION_OPEN', { record: open.cmd });
  const adverse = [...failed, ...deviations].find(
    ({ closed }) => closed !== null && !FAVOURABLE.includes(closed.conclusion),
  );
  if (adverse !== undefined) throw new YaosuError('CONCLUSION_ADVERSE', { record: adverse.cmd });
};

/**
 * What a release rests on (GMP 2010, articles 215, 224, 230): results, closed investigations, a review after the last
 * result, and tester ≠ reviewer ≠ releaser.
 * @throws RESULT_MISSING, OOS_OPEN, DEVIATION_OPEN, CONCLUSION_ADVERSE, REVIEW_MISSING, PERSON_INVOLVED
 */
export const assertQualityProved = (records: readonly QualityRecord[], releaser: SignedBy): void => {
  const results = ofKind(records, 'result');
  if (results.length === 0) throw new YaosuError('RESULT_MISSING');
  assertInvestigated(records);
  const testers = testersOf(records);
  const lastResult = results.reduce((last, { at }) => (at > last ? at : last), '');
  const isReviewed = ofKind(records, 'review').some(
    ({ at, signedBy }) => at >= lastResult && !testers.some((tester) => isSamePerson(tester, signedBy)),
  );
  if (!isReviewed) throw new YaosuError('REVIEW_MISSING');
  assertNotInvolved(releaser, [...testers, ...reviewersOf(records)]);
};
