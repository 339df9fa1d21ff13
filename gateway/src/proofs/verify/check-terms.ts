import { taskRecord } from '@yaosu/chaincode/model/task/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { disclosure } from '../../api/task-schemas.js';
import { checked, type Check } from './checks.js';
import { parseBundle } from './parse-bundle.js';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What speaks against revealed terms being those of a task in a bundle. */
const problemOf = (bundleText: string, termsText: string): string | undefined => {
  const revealed = disclosure.safeParse(parsed(termsText));
  if (!revealed.success) return 'these are no revealed terms';
  const { task, salt, terms } = revealed.data;
  const read = parseBundle(bundleText);
  const records = 'wrong' in read ? [] : read.bundle.records;
  const record = taskRecord.safeParse(records.find(({ key }) => key === keyOf('task', task))?.value);
  if (!record.success) return 'the bundle proves no such task';
  return plaintextDigest(salt, terms) === record.data.terms.commitment
    ? undefined
    : 'these are not the terms whose digest the task has';
};

/** Whether revealed terms are those of a task that a bundle proves; the bundle is judged beside it. */
export const checkTerms = (bundleText: string, termsText: string): Check => {
  const problem = problemOf(bundleText, termsText);
  return checked('terms', problem === undefined ? [] : [problem], 'proved: the terms of the task');
};
