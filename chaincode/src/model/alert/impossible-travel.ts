/** Nothing is in two places at once, and nothing is faster than an aeroplane. */
import { leastKm } from './distance.js';
import type { Finding, History, Sighting } from './sighting.js';
import { mostApartMs } from './window.js';

/** An air freighter. */
const MAX_KM_PER_HOUR = 900;
/** Places that lie nearer are one neighbourhood, whatever their coordinates say. */
const MIN_KM = 100;
const HOUR_MS = 3_600_000;
/** No two places on earth lie further apart. */
const MOST_KM = 20_040;

/** How far apart the places of two sightings are at least, where both are known. */
const leastApartKm = (one: Sighting, other: Sighting): number => {
  const from = one.place?.at ?? null;
  const to = other.place?.at ?? null;
  return from === null || to === null ? 0 : leastKm(from, to);
};

const isImpossible = (one: Sighting, other: Sighting): boolean => {
  const reachKm = (mostApartMs(one, other) / HOUR_MS) * MAX_KM_PER_HOUR;
  if (reachKm >= MOST_KM || one.place?.name === other.place?.name) return false;
  const km = leastApartKm(one, other);
  return km >= MIN_KM && km > reachKm;
};

/** Finds the last place that the object cannot have come from. @param before the sightings before it, the latest first */
export const findImpossibleTravel = (
  _history: History,
  sighting: Sighting,
  before: readonly Sighting[],
): readonly Finding[] => {
  const other = before.find((each) => isImpossible(sighting, each));
  if (other === undefined) return [];
  const cause = sighting.holder === other.holder ? 'clock' : 'copy';
  return [{ class: 'impossibleTravel', cause, sighting, other }];
};
