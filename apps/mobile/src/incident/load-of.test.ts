import { describe, expect, it } from '@jest/globals';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { Manifest, Trip } from '../shipments/reference.js';
import { keyOfLoad, loadOf, mayReport } from './load-of.js';

const trip = {
  ...{ shipment: 'a'.repeat(64), noteNo: 'AH-7', consignor: 'anhe', carrier: 'jiezhou', consignee: 'huida' },
  ...{ owner: 'owner-elsewhere', holder: 'jiezhou', contingencies: [{ enterprise: 'cold-house' }] },
} as unknown as Trip;
const manifest = {
  ...{ manifest: 'b'.repeat(64), code: '271-002-02', state: 'inTransit', carrier: 'lvtu' },
  ...{ generator: 'qingtai', carriers: ['first-leg', 'lvtu'], disposer: 'jingyuan' },
} as unknown as Manifest;
const known = { trips: [trip], manifests: [manifest] };
const [SHIP, MAN] = [`ship~${trip.shipment}`, `man~${manifest.manifest}`];

const person = (enterprise: string, ...functions: KeyFunction[]) => ({
  ...{ enterprise, roles: [], functions },
});

describe('who may report an incident on the phone', () => {
  it.each<readonly [string, string, KeyFunction, boolean]>([
    [SHIP, 'jiezhou', 'driver', true],
    [SHIP, 'anhe', 'dispatcher', true],
    [SHIP, 'huida', 'receivingInspector', true],
    [SHIP, 'cold-house', 'warehouseKeeper', true],
    [SHIP, 'jiezhou', 'qualityManager', false],
    [SHIP, 'lvtu', 'driver', false],
    // Who owns the goods and has nothing to do with the way closes it, and does not report it.
    [SHIP, 'owner-elsewhere', 'driver', false],
    [MAN, 'lvtu', 'escort', true],
    [MAN, 'first-leg', 'driver', true],
    [MAN, 'qingtai', 'wasteKeeper', true],
    [MAN, 'jingyuan', 'wasteKeeper', true],
    [MAN, 'jiezhou', 'driver', false],
  ])('%.6s: %s as %s: %s', (key, enterprise, appointed, expected) => {
    const who = person(enterprise, appointed);
    const load = loadOf(who, key, known);
    expect(load !== undefined && mayReport(who, load)).toBe(expected);
  });
});

describe('a load with an incident', () => {
  it('is named by the key that the report signs', () => {
    for (const key of [SHIP, MAN]) {
      expect(keyOfLoad(loadOf(person('jiezhou'), key, known) ?? { subject: { type: 'ship', id: '' } })).toBe(
        key,
      );
    }
    expect(loadOf(person('jiezhou'), `ship~${'c'.repeat(64)}`, known)).toBeUndefined();
  });

  it('is dangerous where it is waste, and where the own vehicle has waste on board', () => {
    const isDangerous = (enterprise: string, key: string): boolean | undefined =>
      loadOf(person(enterprise), key, known)?.isDangerous;
    expect(isDangerous('qingtai', MAN)).toBe(true);
    expect(isDangerous('jiezhou', SHIP)).toBe(false);
    expect(isDangerous('lvtu', SHIP)).toBe(true);
  });
});
