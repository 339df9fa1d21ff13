import { expect, test } from '@jest/globals';
import { COLLECTIONS, collectionOf } from './collections.js';

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
