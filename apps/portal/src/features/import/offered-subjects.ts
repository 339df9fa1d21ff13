/** What pages offer to bring in. */
import { mayAct } from '../../lib/may-act.js';
import type { Session } from '../../lib/session.js';
import { SUBJECT_HEADS } from './subject-heads.computed.js';
import { nameOf, type SubjectHead } from './subject.js';

/** What a login may bring in. */
export const subjectsOf = (session: Session): readonly SubjectHead[] =>
  SUBJECT_HEADS.filter(({ act }) => mayAct(session, act));

/** What pages tell of an act's name; undefined when it cannot be brought in. */
export const headNamed = (name: string): SubjectHead | undefined =>
  SUBJECT_HEADS.find(({ act }) => nameOf(act) === name);
