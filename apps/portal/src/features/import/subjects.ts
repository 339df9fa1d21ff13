/** Everything that can be brought in from a table. */
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { mayAct } from '../../lib/may-act.js';
import type { Session } from '../../lib/session.js';
import { batchSubject } from './batch-subject.js';
import { codeSubject } from './code-subject.js';
import { formSubject } from './form-subject.js';
import type { Subject } from './subject.js';

/** The acts that people bring in by the hundred. */
export const SUBJECTS: readonly Subject[] = [
  batchSubject,
  formSubject(enterpriseActs.approveSupplier, { sameness: ['supplier', 'site', 'material'], own: 'buyer' }),
  formSubject(documentActs.publish, { sameness: ['kind', 'batch', 'text'] }),
  codeSubject,
  formSubject(enterpriseActs.addLicence, {
    sameness: ['enterprise', 'number'],
    makes: ({ enterprise = '', number = '' }) => Promise.resolve(keyOf('lic', enterprise, number)),
  }),
];

/** Name of an act, e.g. `Batch.register`, as addresses and kept imports have it. */
export const nameOf = ({ contract, name }: Pick<Act, 'contract' | 'name'>): string => `${contract}.${name}`;

/** What a login may bring in. */
export const subjectsOf = (session: Session): readonly Subject[] =>
  SUBJECTS.filter(({ act }) => mayAct(session, act));

/** The subject of an act's name; undefined when it cannot be brought in. */
export const subjectNamed = (name: string): Subject | undefined =>
  SUBJECTS.find(({ act }) => nameOf(act) === name);
