/** An object is used up once; a return brings it back. */
import type { Finding, History, Sighting } from './sighting.js';
import { STEPS, type AlertCause } from './states.js';
import { canBeBetween, isCertainlyAfter, isLate } from './window.js';

/** A scanner that reads a pack again at the counter. */
const RESCAN_MS = 1_800_000;
/** What a firm's own system reports of an act of that firm comes the same day. */
const REPORT_MS = 86_400_000;

const isUse = ({ step }: Sighting): boolean => STEPS[step] === 'use';

/** The same use told twice: read again, or judged by the ledger and reported by the firm. */
const isSameUse = (one: Sighting, other: Sighting): boolean => {
  const within = one.source === other.source ? RESCAN_MS : REPORT_MS;
  return one.holder === other.holder && Math.abs(one.at - other.at) <= within;
};

const contradicts = (sighting: Sighting, use: Sighting): boolean => {
  if (isUse(sighting)) return !isSameUse(sighting, use);
  const isTraded = STEPS[sighting.step] === 'trade' && sighting.holder !== use.holder;
  return isTraded && isCertainlyAfter(sighting, use);
};

const causeOf = (sighting: Sighting, use: Sighting): AlertCause => {
  if (sighting.holder === use.holder) return 'return';
  return !isUse(sighting) && isLate(sighting) ? 'lateUpload' : 'copy';
};

/** Finds that a sighting follows a use of the object. @param before the sightings before it, the latest first */
export const findSecondUse = (
  { sightings }: History,
  sighting: Sighting,
  before: readonly Sighting[],
): readonly Finding[] => {
  const use = before.find(isUse);
  if (use === undefined || !contradicts(sighting, use)) return [];
  const isBack = sightings.some((each) => STEPS[each.step] === 'return' && canBeBetween(each, use, sighting));
  return isBack ? [] : [{ class: 'secondUse', cause: causeOf(sighting, use), sighting, other: use }];
};
