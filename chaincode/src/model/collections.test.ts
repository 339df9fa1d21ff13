import { expect, test } from '@jest/globals';
import { COLLECTIONS, collectionBetween, collectionOf } from './collections.js';

test('there is one collection for each pair of four organisations', () => {
  expect(COLLECTIONS.map((collection) => collection.name)).toEqual([
    'cdmo-manufacturer',
    'logistics-manufacturer',
    'manufacturer-regulator',
    'cdmo-logistics',
    'cdmo-regulator',
    'logistics-regulator',
  ]);
});

test('its name does not depend on the order of its members', () => {
  expect(collectionOf('cdmo', 'manufacturer')).toBe(collectionOf('manufacturer', 'cdmo'));
});

test.each([
  ['ManufacturerMSP', 'CdmoMSP', 'cdmo-manufacturer'],
  ['CdmoMSP', 'ManufacturerMSP', 'cdmo-manufacturer'],
  ['CdmoMSP', 'CdmoMSP', '_implicit_org_CdmoMSP'],
] as const)('enterprises of %s and %s share %s', (a, b, name) => {
  expect(collectionBetween(a, b)).toBe(name);
});

test('members’ clients may use it, and endorsements are those of members’ peers', () => {
  const [first] = COLLECTIONS;
  expect(first).toMatchObject({
    policy: "OR('ManufacturerMSP.member','CdmoMSP.member')",
    memberOnlyRead: true,
    memberOnlyWrite: true,
    endorsementPolicy: { signaturePolicy: "OR('ManufacturerMSP.peer','CdmoMSP.peer')" },
  });
});
