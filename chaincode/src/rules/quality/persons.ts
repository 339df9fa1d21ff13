import type { SignedBy } from '../../model/enterprise/signed-by.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { QualityRecord } from '../../model/quality/schemas.js';

/** Whether two signatures are one person's: people are compared by `person`, never by key. */
export const isSamePerson = (a: SignedBy, b: SignedBy): boolean =>
  a.enterprise === b.enterprise && (a.person ?? a.kid) === (b.person ?? b.kid);

/** Whether a person would decide on what he did himself. */
export const isInvolved = (decider: SignedBy, involved: readonly SignedBy[]): boolean =>
  involved.some((other) => isSamePerson(decider, other));

/** Nobody decides on what a person did who is himself. @throws PERSON_INVOLVED */
export const assertNotInvolved = (decider: SignedBy, involved: readonly SignedBy[]): void => {
  if (isInvolved(decider, involved)) throw new YaosuError('PERSON_INVOLVED');
};

/** Who took samples of a batch or tested them. */
export const testersOf = (records: readonly QualityRecord[]): readonly SignedBy[] =>
  records.filter(({ kind }) => kind === 'sample' || kind === 'result').map(({ signedBy }) => signedBy);
