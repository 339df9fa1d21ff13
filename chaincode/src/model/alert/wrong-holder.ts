/** The ledger knows who holds an object; who reports it all the same has to say how that comes. */
import type { Custody, Finding, History, Sighting } from './sighting.js';
import { STEPS } from './states.js';
import { CLOCK_MS, isLate, windowOf } from './window.js';

/** Whether a sighting can have been while its enterprise held the object; papers may lag behind goods by a day. */
const isWithin = (sighting: Sighting, { since, until }: Custody): boolean => {
  const { earliest, latest } = windowOf(sighting);
  return latest >= since - CLOCK_MS && (until === null || earliest <= until + CLOCK_MS);
};

/** Whether the ledger knows the enterprise of a sighting as holder at that time; undefined where it knows no holder. */
export const isHolder = ({ custody }: History, sighting: Sighting): boolean | undefined =>
  custody?.some((each) => each.holder === sighting.holder && isWithin(sighting, each));

/** Finds that a report is of an enterprise that is no holder. What the contracts judged is not judged again. */
export const findWrongHolder = (history: History, sighting: Sighting): readonly Finding[] => {
  const { source, step, holder } = sighting;
  if (source === 'judged' || STEPS[step] === 'look' || isHolder(history, sighting) !== false) return [];
  const wasHolder = history.custody?.some((each) => each.holder === holder) ?? false;
  const cause = wasHolder ? (isLate(sighting) ? 'lateUpload' : 'rescan') : 'copy';
  return [{ class: 'wrongHolder', cause, sighting, other: null }];
};
