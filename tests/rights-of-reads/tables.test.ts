import { expect, test } from '@jest/globals';
import { AUTHORITY_SUBJECTS, ENTERPRISE_ROLES } from '@yaosu/chaincode/model/enterprise/states';
import { KEY_PARTS } from '@yaosu/chaincode/model/kernel/keys';
import { CALLERS, type CallerDefinition } from './callers.js';
import { RECORDS } from './records.js';

test('the callers have every role and every subject of the network', () => {
  const definitions: readonly CallerDefinition[] = Object.values(CALLERS);
  expect(new Set(definitions.flatMap(({ roles }) => roles))).toEqual(new Set(ENTERPRISE_ROLES));
  const subjects = definitions.flatMap(({ authority }) =>
    authority === undefined ? [] : [authority.subject],
  );
  expect(new Set(subjects)).toEqual(new Set(AUTHORITY_SUBJECTS));
});

test('the tables name every type of record', () => {
  expect([...new Set(RECORDS.map(({ type }) => type))].sort()).toEqual(Object.keys(KEY_PARTS).sort());
});
