import { describe, expect, test } from '@jest/globals';
import { isLicensedFor } from './is-licensed-for.js';

const licence = {
  kind: 'drugDistribution',
  sites: ['6901234000054'],
  notBefore: '2026-01-01',
  notAfter: '2026-12-31',
} as const;
const given = { ...licence, sites: [...licence.sites] };
const noon = '2026-06-30T12:00:00.000Z';

describe('a licence for an address', () => {
  test.each([
    ['in force', [given], '6901234000054', noon, true],
    ['to make drugs', [{ ...given, kind: 'drugManufacturing' as const }], '6901234000054', noon, true],
    ['on its last evening', [given], '6901234000054', '2026-12-31T23:59:59.999Z', true],
    ['the day after', [given], '6901234000054', '2027-01-01T00:00:00.000Z', false],
    ['the day before', [given], '6901234000054', '2025-12-31T23:59:59.999Z', false],
    ['for another address', [given], '6901234000061', noon, false],
    ['of another kind', [{ ...given, kind: 'gmpInspection' as const }], '6901234000054', noon, false],
    ['none', [], '6901234000054', noon, false],
  ])('%s', (_, licences, site, at, expected) => {
    expect(isLicensedFor(licences, site, at)).toBe(expected);
  });
});
