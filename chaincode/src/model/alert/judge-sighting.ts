/** Says what is wrong with a sighting, given everything else that is known of the object. */
import { findImpossibleTravel } from './impossible-travel.js';
import { findSecondUse } from './second-use.js';
import type { Alert, Finding, History, Sighting } from './sighting.js';
import { WHOSE, type AlertClass } from './states.js';
import { findWrongHolder } from './wrong-holder.js';
import { findWrongParent } from './wrong-parent.js';

type Find = (history: History, sighting: Sighting, before: readonly Sighting[]) => readonly Finding[];

const FIND: Readonly<Record<AlertClass, Find>> = {
  secondUse: findSecondUse,
  impossibleTravel: findImpossibleTravel,
  wrongHolder: findWrongHolder,
  wrongParent: findWrongParent,
};
const FINDS = Object.values(FIND);

const isBefore = (one: Sighting, other: Sighting): boolean =>
  one.at === other.at ? one.id < other.id : one.at < other.at;

const latestFirst = (one: Sighting, other: Sighting): number =>
  other.at - one.at || (one.id < other.id ? 1 : -1);

/** Who gave the object its code first: it alone can say whether there may be a second one. */
const makerOf = ({ sightings }: History): string | undefined =>
  sightings
    .filter(({ step }) => step === 'commissioned')
    .sort(latestFirst)
    .at(-1)?.holder;

const addressed = (history: History, finding: Finding): Alert => {
  const isMakers = WHOSE[finding.cause] === 'maker';
  return { ...finding, whose: (isMakers ? makerOf(history) : undefined) ?? finding.sighting.holder };
};

const judgeAfter = (history: History, sighting: Sighting, before: readonly Sighting[]): readonly Alert[] =>
  FINDS.flatMap((find) => find(history, sighting, before)).map((each) => addressed(history, each));

/** Alerts of one sighting of an object; `history` may hold it too. Whatever came in which order, the answer is the same. */
export const judgeSighting = (history: History, sighting: Sighting): readonly Alert[] => {
  const before = history.sightings.filter((each) => isBefore(each, sighting));
  return judgeAfter(history, sighting, before.sort(latestFirst));
};

/** Alerts of all sightings of an object. */
export const judgeObject = (history: History): readonly Alert[] => {
  const all = [...history.sightings].sort(latestFirst);
  return all.flatMap((sighting, i) => judgeAfter(history, sighting, all.slice(i + 1)));
};
