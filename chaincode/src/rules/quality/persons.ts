import type { SignedBy } from '../../model/enterprise/signed-by.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { QualityRecord } from '../../model/quality/schemas.js';

/** Whether two signatures are one person's: people are compared by `person`, never by key. */
export const isSamePerson = (a: SignedBy, b: SignedBy): boolean =>
  a.enterprise === b.enterprise && (a.person ?? a.kid) === (b.person ?? b.kid);

/** Nobody decides on what a person did who is himself. @throws PERSON_INVOLVED */
export const assertNotInvolved = (decider: SignedBy, involved: readonly SignedBy[]): void => {
  if (involved.some((other) => isSamePerson(decider, other))) throw new YaosuError('PERSON_INVOLVED');
};

/** Who took samples of a batch or tested them. */
export const testersOf = (records: readonly QualityRecord[]): readonly SignedBy[] =>
  records.filter(({ kind }) => kind === 'sample' || kind === 'result').map(({ signedBy }) => signedBy);

/** Who reviewed the record of a batch. */
export const reviewersOf = (records: readonly QualityRecord[]): readonly SignedBy[] =>
  records.filter(({ kind }) => kind === 'review').map(({ signedBy }) => signedBy);
