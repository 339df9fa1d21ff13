/** Why an authority reads: chosen at the head of every page, kept on the device, told with every read. */
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/schemas';
import { api } from './api.js';

const STORED = 'yaosu-purpose';

/** A purpose that may be given. */
export type ReadingPurpose = (typeof CASE_PURPOSES)[number];

/** Purposes in the order in which they are offered. */
export const PURPOSES = CASE_PURPOSES;

/** What was chosen last; inspection at first. */
export const readingPurpose = (): ReadingPurpose => {
  const stored = localStorage.getItem(STORED);
  return PURPOSES.find((each) => each === stored) ?? 'inspection';
};

/** Reads have this purpose from now on. */
export const setReadingPurpose = (purpose: ReadingPurpose): void => {
  localStorage.setItem(STORED, purpose);
  api.setPurpose(purpose);
};
