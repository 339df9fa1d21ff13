/** What was packed into a case is in that case until somebody who had the case opens it. */
import type { Finding, History, Sighting } from './sighting.js';
import { canBeBetween, isLate } from './window.js';
import { isHolder } from './wrong-holder.js';

/** Whether who saw the object can have had its case, and have opened it without saying so yet. */
const hadItsCase = (history: History, sighting: Sighting, packed: Sighting): boolean => {
  const { holder } = sighting;
  return (
    isHolder(history, sighting) ??
    (holder === packed.holder ||
      history.handlers.includes(holder) ||
      history.sightings.some((each) => each.holder === holder && each.parent === null))
  );
};

/** Finds that an object is in another case than it was packed in. @param before the sightings before it, the latest first */
export const findWrongParent = (
  history: History,
  sighting: Sighting,
  before: readonly Sighting[],
): readonly Finding[] => {
  if (sighting.parent === null) return [];
  const packed = before.find(({ parent, step }) => parent !== null && step !== 'disaggregated');
  if (packed === undefined || packed.parent === sighting.parent) return [];
  const isOpened = history.sightings.some(
    (each) => each.step === 'disaggregated' && canBeBetween(each, packed, sighting),
  );
  if (isOpened || hadItsCase(history, sighting, packed)) return [];
  const cause = isLate(sighting) ? 'lateUpload' : 'copy';
  return [{ class: 'wrongParent', cause, sighting, other: packed }];
};
