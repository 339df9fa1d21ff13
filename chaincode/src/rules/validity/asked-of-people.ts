/** What ends with a key or with a function of its person: derived from the table of acts, which says who may sign. */
import { ALL_ACTS } from '../../model/acts.js';
import type { KeyFunction } from '../../model/enterprise/states.js';
import type { Effect } from '../../model/validity/states.js';

/** An act that a person signs. */
export interface SignedAct {
  readonly act: string;
  readonly effect: Effect;
}

const signedIn = (held: readonly KeyFunction[]) =>
  ALL_ACTS.filter(({ parties }) =>
    Object.values(parties).some(({ functions }) => functions.some((each) => held.includes(each))),
  );

/** Acts that ask for a function: without it all of them are refused. */
export const actsOfFunction = (name: KeyFunction): readonly SignedAct[] =>
  signedIn([name]).map(({ contract, name: act }) => ({ act: `${contract}.${act}`, effect: 'refused' }));

/** Acts that a key is asked for by its functions: under one that has ended, a fact is recorded with a deviation. */
export const actsOfKey = (held: readonly KeyFunction[]): readonly SignedAct[] =>
  signedIn(held).map(({ contract, name, kind }) => ({
    act: `${contract}.${name}`,
    effect: kind === 'fact' ? 'deviates' : 'refused',
  }));
