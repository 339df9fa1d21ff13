import { describe, expect, it } from '@jest/globals';
import type { Entry, EntryState } from '../outbox/entry.js';
import { expectedTrip } from './expected-trip.js';
import type { Trip } from './reference.js';

const SHIPMENT = 'a'.repeat(64);
const BATCH = 'b'.repeat(64);
const AT = '2026-11-25T08:00:00.000Z';
const trip = {
  shipment: SHIPMENT,
  state: 'loaded',
  holder: 'linhe',
  consignee: 'qingtai',
  lines: [{ batch: BATCH, quantity: '100', unit: 'KGM' }],
  arrival: null,
  redirects: [],
} as unknown as Trip;

const said = (
  act: string,
  payload: Record<string, unknown>,
  state: EntryState = 'onDevice',
  contract = 'Shipment',
): Entry =>
  ({
    state,
    receipt: null,
    envelope: {
      command: {
        contract,
        act,
        capturedAt: AT,
        parties: [{ role: 'giver' }, { role: 'taker', enterprise: 'jiezhou' }],
        payload: { shipment: SHIPMENT, ...payload },
      },
    },
  }) as unknown as Entry;
const onLedger = (block: number, outcome: string): Entry => ({
  ...said('handOver', {}, 'onLedger'),
  receipt: { txId: 'c'.repeat(64), block, outcome },
});
const counted = (quantity: string): Record<string, unknown> => ({ counted: [{ batch: BATCH, quantity }] });

const [OLD, NEW] = ['6901234000009', '6901234000016'];
/** Sent elsewhere an hour before or after what this phone has said. */
const sentElsewhere = (at: string): Trip => ({
  ...trip,
  ...{ state: 'inTransit', to: NEW },
  redirects: [{ from: OLD, to: NEW, reason: 'siteFull', at, arrival: null, refusal: null }],
});
const LATER = '2026-11-25T09:00:00.000Z';
const EARLIER = '2026-11-25T07:00:00.000Z';

describe('a trip that was sent elsewhere', () => {
  const refusal = { reason: 'damaged', evidence: 'e'.repeat(64) };
  it.each<readonly [string, Entry, string, Partial<Trip>]>([
    [
      'keeps an arrival from before with the redirect',
      said('arrive', { site: OLD }),
      LATER,
      { state: 'inTransit', arrival: null, redirects: [{ arrival: { site: OLD, at: AT } }] as never },
    ],
    [
      'keeps an arrival at the old site of a driver who did not know',
      said('arrive', { site: OLD }),
      EARLIER,
      { state: 'inTransit', redirects: [{ arrival: { site: OLD, at: AT } }] as never },
    ],
    ['arrives at the new site', said('arrive', { site: NEW }), EARLIER, { state: 'arrived' }],
    [
      'keeps a refusal from before with the redirect',
      said('refuse', refusal),
      LATER,
      { state: 'inTransit', redirects: [{ refusal: { ...refusal, at: AT } }] as never },
    ],
    ['is refused at the new site', said('refuse', refusal), EARLIER, { state: 'refused' }],
    [
      'was received at the old site before',
      said('receive', counted('100')),
      LATER,
      { state: 'received', to: OLD },
    ],
    [
      'is on its way with what was left of a part',
      said('receive', counted('60')),
      LATER,
      { state: 'inTransit', to: NEW },
    ],
  ])('%s', (_, entry, at, expected) => {
    expect(expectedTrip(sentElsewhere(at), [entry], 7)).toMatchObject(expected);
  });
});

describe('a trip with what this phone has signed since', () => {
  it.each<readonly [string, readonly Entry[], Partial<Trip>]>([
    ['a load taken over', [said('handOver', {})], { state: 'inTransit', holder: 'jiezhou' }],
    [
      'an arrival after it',
      [said('handOver', {}), said('arrive', { site: '6901234000009' })],
      { state: 'arrived', arrival: { site: '6901234000009', at: AT } },
    ],
    ['a whole delivery', [said('receive', counted('100'))], { state: 'received', holder: 'qingtai' }],
    ['a part', [said('receive', counted('60'))], { state: 'partlyReceived', holder: 'linhe' }],
    ['a refusal', [said('refuse', {})], { state: 'refused', holder: 'linhe' }],
    [
      'a hand-over that waits for the other side',
      [said('offer', { code: '22222223' })],
      { holder: 'linhe', offer: { code: '22222223', state: 'open' } as Trip['offer'] },
    ],
    [
      'that it was overtaken by one of two phones',
      [said('offer', { code: '22222223' }), said('receive', counted('100'))],
      { state: 'received', offer: { code: '22222223', state: 'overtaken' } as Trip['offer'] },
    ],
    ['a lost logger', [said('reportLogger', {}, 'onDevice', 'Telemetry')], { condition: 'pending' }],
    ['a receipt that is newer than the reading', [onLedger(8, 'recorded')], { holder: 'jiezhou' }],
  ])('shows %s', (_, entries, expected) => {
    expect(expectedTrip(trip, entries, 7)).toMatchObject(expected);
  });

  it.each<readonly [string, readonly Entry[]]>([
    ['another shipment', [said('handOver', { shipment: 'd'.repeat(64) })]],
    ['waste', [said('handOver', {}, 'onDevice', 'Waste')]],
    ['what was refused', [said('handOver', {}, 'refused')]],
    ['a dispute, which has changed nothing', [onLedger(8, 'disputed')]],
    ['what the reading has seen', [onLedger(7, 'recorded')]],
    ['nothing', []],
  ])('is as it was read, whatever is said of %s', (_, entries) => {
    expect(expectedTrip(trip, entries, 7)).toBe(trip);
  });
});
