/** Scripts as the generator draws them: rows without expectations, for two ledgers to be compared. */
import fc from 'fast-check';
import type { Op } from '../json.js';
import { C, call, events, hold, M, read, submit, type ChaincodeName, type Row, type Step } from '../row.js';
import { isDeadly } from './deadly.js';
import { CALLED, COLLECTIONS, KEYS, OPS, optionsOn } from './calls.js';

/** What two held transactions become: in one block or in two, in either order. */
type Race = 'together' | 'turned' | 'apart' | 'apartTurned';

const SUBMITS: Readonly<Record<Race, (a: string, b: string) => readonly Step[]>> = {
  together: (a, b) => [submit(a, b)],
  turned: (a, b) => [submit(b, a)],
  apart: (a, b) => [submit(a), submit(b)],
  apartTurned: (a, b) => [submit(b), submit(a)],
};
const RACES = Object.keys(SUBMITS) as readonly Race[];

/** Steps whose names get the number of their episode. */
type Episode = (number: number) => readonly Step[];

const episodeOn = (on: ChaincodeName, ops: fc.Arbitrary<readonly Op[]>): fc.Arbitrary<Episode> => {
  const options = optionsOn(on, 'held');
  const one = fc
    .tuple(ops, options)
    .map(([what, how]): Episode => (number) => [call(`call${String(number)}`, what, how)]);
  const race = fc
    .tuple(ops, options, ops, options, fc.constantFrom(...RACES))
    .map(([whatA, howA, whatB, howB, kind]): Episode => (number) => {
      const [a, b] = [`a${String(number)}`, `b${String(number)}`] as const;
      return [
        hold(a, whatA, howA),
        hold(b, whatB, howB),
        ...SUBMITS[isDeadly(whatA, whatB) ? 'apart' : kind](a, b),
      ];
    });
  return fc.oneof({ weight: 1, arbitrary: one }, { weight: 2, arbitrary: race });
};

const everything: readonly Op[] = [
  ['getAll', [...KEYS]],
  ['range', '~a', '~e'],
  ['composite', '~t', ['B1']],
  ...KEYS.flatMap((key): Op[] => [
    ['history', key],
    ['getPolicy', key],
  ]),
];

const everythingPrivate: readonly Op[] = COLLECTIONS.flatMap((collection) =>
  KEYS.flatMap((key): Op[] => [
    ['privateGet', collection, key],
    ['privateHash', collection, key],
  ]),
);

/** What lies on the ledger in the end. */
const endOf = (on: ChaincodeName): readonly Step[] => [
  read(everything, { on }),
  events,
  ...(on === 'private'
    ? [read(everythingPrivate, { on, by: M }), read(everythingPrivate, { on, by: C })]
    : []),
  ...(on === 'probe' ? CALLED.map((called) => read(everything, { on: called })) : []),
];

const FIRST_ID = 1000;

const scriptOn = ([on, ops]: readonly [ChaincodeName, fc.Arbitrary<readonly Op[]>]): fc.Arbitrary<
  readonly Step[]
> =>
  fc
    .array(episodeOn(on, ops), { minLength: 2, maxLength: 4 })
    .map((episodes) => [...episodes.flatMap((episode, number) => episode(number)), ...endOf(on)]);

/** So many scripts of a seed. */
export const drawScripts = (numRuns: number, seed: number): readonly Row[] =>
  fc.sample(fc.oneof(...[...OPS].map(scriptOn)), { numRuns, seed }).map((steps, index) => ({
    id: FIRST_ID + index,
    title: `script ${String(index)} of seed ${String(seed)}`,
    tags: [],
    setup: [],
    steps,
    expected: [],
  }));
