import { describe, expect, it } from '@jest/globals';
import { judgeObject } from './judge-sighting.js';
import type { Coordinates, History, Sighting } from './sighting.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLACES: Readonly<Record<string, Coordinates>> = {
  beijing: { latitude: 39.9, longitude: 116.4, radiusKm: 30 },
  tianjin: { latitude: 39.1, longitude: 117.2, radiusKm: 30 },
  kunming: { latitude: 25.0, longitude: 102.7, radiusKm: 30 },
};

type Told = Partial<Sighting> & { readonly city?: keyof typeof PLACES; readonly sentAfter?: number };

const sighting = ({ city = 'beijing', sentAfter = 0, ...told }: Told): Sighting => {
  const at = told.at ?? 0;
  const base = { id: String(at), epc: 'pack', parent: null, holder: 'shop', step: 'observed' as const };
  const place = { name: city, at: PLACES[city] ?? null };
  return { ...base, place, at, recordedAt: at + sentAfter, source: 'reported', ...told };
};

const judged = (told: readonly Told[], known: Partial<History> = {}): readonly string[] =>
  judgeObject({ sightings: told.map(sighting), custody: null, handlers: [], ...known }).map(
    ({ class: what, cause, whose }) => `${what} ${cause} ${whose}`,
  );

const made: Told = { step: 'commissioned', holder: 'maker', at: -30 * DAY };
const sold: Told = { step: 'dispensed', at: 0 };
const holders = (...names: readonly string[]) => ({
  custody: names.map((holder) => ({ holder, since: -9 * DAY, until: 9 * DAY })),
});
const inCase = (parent: string, at: number, holder: string, more: Told = {}): Told => ({
  ...{ step: 'aggregated', parent, at, holder },
  ...more,
});

describe('sightings of an object', () => {
  it.each<readonly [string, readonly Told[], Partial<History>, readonly string[]]>([
    ['sold once', [made, sold], {}, []],
    ['sold twice', [made, sold, { ...sold, at: DAY, holder: 'other' }], {}, ['secondUse copy maker']],
    ['sold twice, of no known maker', [sold, { ...sold, at: DAY, holder: 'b' }], {}, ['secondUse copy b']],
    ['read twice at the counter', [sold, { ...sold, at: HOUR / 4 }], {}, []],
    ['sold again by the same shop', [sold, { ...sold, at: 2 * DAY }], {}, ['secondUse return shop']],
    [
      'the same sale judged and reported',
      [
        { ...sold, source: 'judged' },
        { ...sold, at: 3 * HOUR },
      ],
      {},
      [],
    ],
    [
      'returned between',
      [sold, { step: 'returned', at: HOUR }, { ...sold, at: DAY, holder: 'other' }],
      {},
      [],
    ],
    [
      'returned between, told late',
      [sold, { step: 'returned', at: 2 * HOUR, sentAfter: 9 * DAY }, { ...sold, at: HOUR, holder: 'other' }],
      {},
      [],
    ],
    [
      'shipped on after it was sold',
      [sold, { step: 'shipped', at: 5 * DAY, holder: 'x' }],
      {},
      ['secondUse copy x'],
    ],
    [
      'received, by a clock that nobody checked',
      [sold, { step: 'received', at: HOUR, holder: 'x', sentAfter: DAY }],
      {},
      [],
    ],
    ['seen after it was sold', [sold, { at: 5 * DAY, holder: 'x' }], {}, []],
    [
      'in Kunming an hour after Beijing',
      [{}, { at: HOUR, city: 'kunming', holder: 'x' }],
      {},
      ['impossibleTravel copy x'],
    ],
    ['in Tianjin an hour after Beijing', [{}, { at: HOUR, city: 'tianjin', holder: 'x' }], {}, []],
    ['in Kunming, told late', [{}, { at: HOUR, city: 'kunming', holder: 'x', sentAfter: DAY }], {}, []],
    ['at two sites of one firm', [{}, { at: HOUR, city: 'kunming' }], {}, ['impossibleTravel clock shop']],
    ['received by a holder', [{ step: 'received' }], holders('shop'), []],
    ['received by a stranger', [{ step: 'received' }], holders('maker'), ['wrongHolder copy shop']],
    ['looked at by a stranger', [{}], holders('maker'), []],
    ['judged of a stranger', [{ step: 'received', source: 'judged' }], holders('maker'), []],
    [
      'shipped by who had it before',
      [{ step: 'shipped', at: 20 * DAY }],
      holders('shop'),
      ['wrongHolder rescan shop'],
    ],
    ['packed again by the packer', [inCase('a', 0, 'maker'), inCase('b', DAY, 'maker')], {}, []],
    [
      'in another case at a stranger',
      [inCase('a', 0, 'maker'), inCase('b', 9 * DAY, 'x')],
      {},
      ['wrongParent copy x'],
    ],
    [
      'in another case at who reported the first',
      [inCase('a', 0, 'maker'), inCase('b', 9 * DAY, 'x')],
      { handlers: ['x'] },
      [],
    ],
    [
      'in another case, unpacked before',
      [inCase('a', 0, 'maker'), inCase('a', DAY, 'y', { step: 'disaggregated' }), inCase('b', 9 * DAY, 'x')],
      {},
      [],
    ],
  ])('%s', (_title, told, known, expected) => {
    expect(judged(told, known)).toEqual(expected);
    // In whichever order they came.
    expect([...judged([...told].reverse(), known)].sort()).toEqual([...expected].sort());
  });
});
