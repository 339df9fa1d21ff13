/** Subjects without their schemas: what a page needs before there is a table. */
import type { SubjectHead } from './subject.js';
import { SUBJECTS } from './subjects.js';

/** Everything that can be brought in from a table, by its columns. */
export const SUBJECT_HEADS: readonly SubjectHead[] = SUBJECTS.map((subject) => {
  const { contract, name, kind, parties } = subject.act;
  const { columns, sameness } = subject;
  return {
    ...{ act: { contract, name, kind, parties }, columns, sameness },
    isLookedUp: subject.makes !== undefined,
  };
});
