/** When something can have happened, given that clocks are wrong and scanners send late. */
import type { Sighting } from './sighting.js';

/** How far a clock may be off that nothing has checked: a day. */
export const CLOCK_MS = 86_400_000;
/** What is known here so soon after it happened was seen by a clock that agrees with ours. */
const PROMPT_MS = 300_000;

/** From the earliest instant to the latest. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

/** Whether a sighting was sent so late that its clock has to be believed. */
export const isLate = ({ source, at, recordedAt }: Sighting): boolean =>
  source === 'reported' && recordedAt - at > PROMPT_MS;

const doubtOf = (sighting: Sighting): number => (isLate(sighting) ? CLOCK_MS : PROMPT_MS);

const earliest = (sighting: Sighting): number => sighting.at - doubtOf(sighting);

/** Nothing was seen after it was known here. */
const latest = (sighting: Sighting): number => {
  const { at, recordedAt } = sighting;
  const known = recordedAt > at ? recordedAt : at;
  const supposed = at + doubtOf(sighting);
  return supposed < known ? supposed : known;
};

/** When a sighting can have been. */
export const windowOf = (sighting: Sighting): Window => ({
  earliest: earliest(sighting),
  latest: latest(sighting),
});

/** Whether one sighting was after another however wrong their clocks are. */
export const isCertainlyAfter = (one: Sighting, other: Sighting): boolean => earliest(one) > latest(other);

/** Whether something can have been between two others. */
export const canBeBetween = (middle: Sighting, first: Sighting, last: Sighting): boolean =>
  latest(middle) >= earliest(first) && earliest(middle) <= latest(last);

/** The longest time that two sightings can have been apart. */
export const mostApartMs = (one: Sighting, other: Sighting): number => {
  const there = latest(other) - earliest(one);
  const back = latest(one) - earliest(other);
  return there > back ? there : back;
};
