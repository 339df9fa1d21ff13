import { describe, expect, it } from '@jest/globals';
import { KEY_PARTS, keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { NOBODY, type Caller } from './caller.js';
import { mayRead } from './may-read.js';

const own: Caller = { kid: 'k', enterprise: 'own', person: null, functions: [] };
const PUBLIC: readonly KeyType[] = ['set', 'node', 'ent', 'role', 'lic', 'site', 'key'];
/** Allowed beside what is public: key and the field of its value that names the caller. */
const ALLOWED: readonly (readonly [string, object])[] = [
  ['appr~own~h', {}],
  ['grant~d~own', {}],
  ['batch~b', { issuer: 'own' }],
  ['batch~b', { owner: 'own' }],
  ['batch~b', { manufacturer: 'own' }],
  ['batch~b', { mah: 'own' }],
  ['doc~d', { owner: 'own' }],
  ['parcel~t~0', { owner: 'own' }],
  ['parcel~t~0', { holder: 'own' }],
];

describe('who may read a record', () => {
  const types = Object.keys(KEY_PARTS) as KeyType[];
  const keyFor = (type: KeyType): string => keyOf(type, ...KEY_PARTS[type].map((part) => `some-${part}`));

  it.each(types)('%s of others', (type) => {
    const value = { issuer: 'other', owner: 'other', holder: 'other', enterprise: 'own', mah: null };
    expect(mayRead(own, keyFor(type), value)).toBe(PUBLIC.includes(type));
    expect(mayRead(NOBODY, keyFor(type), { ...value, mah: '' })).toBe(false);
  });

  it.each(ALLOWED)('%s with %j is allowed', (key, value) => {
    expect(mayRead(own, key, value as Record<string, unknown>)).toBe(true);
  });

  it('denies keys that have no form', () => {
    for (const key of ['', 'batch', 'batch~', 'nothing~x', 'ent~a~b'])
      expect(mayRead(own, key, { owner: 'own' })).toBe(false);
  });
});
