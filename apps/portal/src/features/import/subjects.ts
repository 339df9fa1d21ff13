/** Everything that can be brought in from a table. */
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { batchSubject } from './batch-subject.js';
import { codeSubject } from './code-subject.js';
import { formSubject } from './form-subject.js';
import { nameOf, type Subject } from './subject.js';

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

/** The subject of an act's name. @throws when it cannot be brought in */
export const subjectNamed = (name: string): Subject => {
  const subject = SUBJECTS.find(({ act }) => nameOf(act) === name);
  if (subject === undefined) throw new Error(`${name} cannot be brought in`);
  return subject;
};
