import { describe, expect, test } from '@jest/globals';
import type { ShipmentRedirect } from '../../model/shipment/schemas.js';
import { directedTo, expectedSites, redirectAfter, redirectOfArrival } from './redirects.js';

const [A, B, C, ELSEWHERE] = ['6901234000009', '6901234000016', '6901234000023', '6901234000030'];
const at = (hour: number): string => `2026-11-30T${String(hour).padStart(2, '0')}:00:00.000Z`;
const redirect = (from: string, to: string, hour: number): ShipmentRedirect => ({
  ...{ from, to, reason: 'siteFull', at: at(hour) },
  ...{ arrival: null, refusal: null },
});
const first = redirect(A, B, 10);
const second = redirect(B, C, 12);
const load = { to: C, redirects: [first, second] };

describe('a load that was sent elsewhere twice', () => {
  test.each<readonly [string, number, string, ShipmentRedirect | undefined]>([
    ['before the first time', 9, A, first],
    ['at the very time of the first', 10, B, second],
    ['between the two', 11, B, second],
    ['after both', 13, C, undefined],
  ])('was on its way %s', (_, hour, site, ended) => {
    expect([directedTo(load, at(hour)), redirectAfter(load, at(hour))]).toEqual([site, ended]);
  });

  test.each<readonly [string, string, number, ShipmentRedirect | undefined]>([
    ['where it was sent then', A, 9, first],
    ['at the site given up last, the news not having reached the driver', B, 13, second],
    ['at the site given up first, the news not having reached the driver', A, 13, first],
    ['where it is sent now', C, 13, undefined],
    ['anywhere else', ELSEWHERE, 13, undefined],
  ])('arrives %s', (_, site, hour, ended) => {
    expect(redirectOfArrival(load, { site, at: at(hour) })).toBe(ended);
  });

  test('that comes back to its first site arrives there', () => {
    const back = { to: A, redirects: [first, redirect(B, A, 12)] };
    expect(redirectOfArrival(back, { site: A, at: at(13) })).toBeUndefined();
  });

  test('is expected where it is sent, where it was, and where it may find a way out', () => {
    const way = { kind: 'qualifiedWarehouse', enterprise: 'warehouse', site: ELSEWHERE } as const;
    expect(expectedSites({ ...load, contingencies: [way] })).toEqual([C, A, B, ELSEWHERE]);
  });
});
