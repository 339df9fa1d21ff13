import { describe, expect, it } from '@jest/globals';
import type { Trip } from '../shipments/reference.js';
import { takerProblem } from './taker-problem.js';

const trip = {
  consignor: 'linhe',
  consignee: 'qingtai',
  carrier: 'jiezhou',
  holder: 'jiezhou',
  contingencies: [{ kind: 'backupTruck', enterprise: 'lvtu', site: null }],
} as unknown as Trip;
const known = { person: null, isRevoked: false };
const keys = {
  'k-driver': { ...known, enterprise: 'lvtu', functions: ['driver' as const] },
  'k-analyst': { ...known, enterprise: 'qingtai', functions: ['analyst' as const] },
  'k-keeper': { ...known, enterprise: 'qingtai', functions: ['warehouseKeeper' as const] },
};

describe('who takes a load', () => {
  it.each([
    ['handOver', 'jiezhou', 'k-new', undefined],
    ['handOver', 'lvtu', 'k-driver', undefined],
    ['handOver', 'anhe', 'k-new', 'firmNotNamed'],
    ['handOver', 'qingtai', 'k-analyst', 'notAppointed'],
    ['receive', 'qingtai', 'k-keeper', undefined],
    ['receive', 'lvtu', 'k-driver', 'firmNotNamed'],
    ['refuse', 'jiezhou', 'k-new', 'firmNotNamed'],
  ] as const)('%s by %s with %s: %s', (step, e, k, problem) => {
    expect(takerProblem(trip, step, { e, k }, { keys })).toBe(problem);
  });
});
