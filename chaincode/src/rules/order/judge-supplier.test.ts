import { expect, test } from '@jest/globals';
import { judgePapers, type Licence } from './judge-supplier.js';

const SITE = '6901234000016';
const AT = '2026-11-25T12:00:00.000Z';
const licence = (change: Partial<Licence> = {}): Licence => ({
  v: 1,
  by: '0'.repeat(64),
  enterprise: 'supplier',
  number: '1',
  kind: 'materialRegistration',
  scope: [],
  sites: [SITE],
  notBefore: '2026-01-01',
  notAfter: '2026-12-31',
  issuedBy: 'NMPA',
  evidence: '0'.repeat(64),
  ...change,
});

test.each([
  ['in force', ['supplier'], [licence()], undefined],
  ['on its first day', ['supplier'], [licence({ notBefore: '2026-11-25' })], undefined],
  ['on its last day', ['supplier'], [licence({ notAfter: '2026-11-25' })], undefined],
  ['expired yesterday', ['supplier'], [licence({ notAfter: '2026-11-24' })], 'licence'],
  ['from tomorrow', ['supplier'], [licence({ notBefore: '2026-11-26' })], 'licence'],
  ['for another site', ['supplier'], [licence({ sites: ['6901234000009'] })], 'licence'],
  ['for no site', ['supplier'], [licence({ sites: [] })], 'licence'],
  ['of a distributor', ['supplier'], [licence({ kind: 'drugDistribution' })], 'licence'],
  ['none', ['supplier'], [], 'licence'],
  ['one of several', ['supplier'], [licence({ notAfter: '2026-02-01' }), licence()], undefined],
  ['of a maker', ['manufacturer'], [licence({ kind: 'drugManufacturing' })], undefined],
  ['of a wholesaler', ['wholesaler'], [licence({ kind: 'drugDistribution' })], undefined],
  ['of a firm that supplies nothing', [], [licence()], 'role'],
])('a licence %s', (_, roles, licences, flaw) => {
  expect(judgePapers({ roles, licences }, SITE, AT)).toBe(flaw);
});
