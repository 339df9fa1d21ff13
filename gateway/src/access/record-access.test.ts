import { describe, expect, it } from '@jest/globals';
import { KEY_PARTS, keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { Database } from '../db/open-database.js';
import { NOBODY, type Caller } from './caller.js';
import { mayKnowAbsence, mayRead } from './record-access.js';

const own: Caller = { ...NOBODY, kid: 'k', enterprise: 'own' };
const PUBLIC: readonly KeyType[] = [
  'set',
  'node',
  'ent',
  'role',
  'lic',
  'site',
  'gcp',
  'gcpin',
  'key',
  'prof',
  'rec',
];
/** Nothing is in this database: what is seen by way of a batch is denied. */
const nothing = { where: () => nothing, executeTakeFirst: () => Promise.resolve(undefined) };
const db = { selectFrom: () => ({ select: () => nothing }) } as unknown as Database;

/** Allowed beside what is public: key and the field of its value that names the caller. */
const ALLOWED: readonly (readonly [string, object])[] = [
  ['appr~own~h', { buyer: 'own' }],
  ['grant~d~own', { enterprise: 'own' }],
  ['grant~d~other', { grantedBy: 'own' }],
  ['doc~d', { owner: 'own' }],
  ['parcel~t~0', { owner: 'own' }],
  ['parcel~t~0', { holder: 'own' }],
  ['ship~s', { contingencies: [{ enterprise: 'own' }] }],
  ['disp~c', { owners: ['other', 'own'] }],
  ['cmd~c', { deviations: [{ code: 'FACT_LATE', owner: 'own' }] }],
];
const DENIED: readonly (readonly [string, object])[] = [
  ['appr~own~h', { buyer: 'other', supplier: 'own' }],
  ['doc~d', { owner: 'other', enterprise: 'own' }],
  ['parcel~t~0', { owner: 'other', holder: 'other', from: ['own'] }],
  ['qa~own~c', { batch: 'own', enterprise: 'own' }],
  ['batch~b', { batch: 'b', owner: 'own' }],
  ['order~o', { noteNo: 'own', supplier: 'other' }],
];

describe('who may read a record', () => {
  const types = Object.keys(KEY_PARTS) as KeyType[];
  const keyFor = (type: KeyType): string => keyOf(type, ...KEY_PARTS[type].map((part) => `some-${part}`));

  it.each(types)('%s of others', async (type) => {
    const value = { issuer: 'other', owner: 'other', holder: 'other', enterprise: 'another', mah: null };
    expect(await mayRead(db, own, keyFor(type), value)).toBe(PUBLIC.includes(type));
    expect(await mayRead(db, NOBODY, keyFor(type), { ...value, mah: '' })).toBe(false);
  });

  it.each(ALLOWED)('%s with %j is allowed', async (key, value) => {
    expect(await mayRead(db, own, key, value as Record<string, unknown>)).toBe(true);
  });
  it.each(DENIED)('%s with %j is denied', async (key, value) => {
    expect(await mayRead(db, own, key, value as Record<string, unknown>)).toBe(false);
  });

  it.each([
    ['exc~s~e', true],
    ['page~l~0', true],
    ['inc~i', true],
    ['trig~g~c', false],
  ])('%s of a shipment that names the caller', async (key, may) => {
    const value = { shipment: 's', subject: { type: 'ship', id: 'a'.repeat(64) } };
    const where = () => ({
      executeTakeFirst: () => Promise.resolve({ value: { consignee: 'own', authority: null } }),
    });
    const shipping = { selectFrom: () => ({ select: () => ({ where }) }) } as unknown as Database;
    expect(await mayRead(shipping, own, key, value)).toBe(may);
    expect(await mayRead(shipping, { ...own, enterprise: 'other' }, key, value)).toBe(false);
  });

  it('denies keys that have no form', async () => {
    for (const key of ['', 'batch', 'batch~', 'nothing~x', 'ent~a~b'])
      expect(await mayRead(db, own, key, { owner: 'own' })).toBe(false);
  });

  it('tells that a key is free only where that is public or the key is the own', () => {
    const known = ['ent~x', 'appr~own~x', 'grant~d~own', 'ans~r~own'];
    const unknown = ['batch~x', 'appr~other~x', 'grant~d~other', 'doc~d', 'ship~s'];
    expect([...known, ...unknown].filter((key) => mayKnowAbsence(own, key))).toEqual(known);
  });
});
