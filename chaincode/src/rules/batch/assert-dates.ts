import { YaosuError } from '../../model/kernel/errors.js';

/** Made today at the latest, usable longer than the day of making. @throws BATCH_DATE_WRONG */
export const assertDates = (manufactured: string, usableUntil: string, now: string): void => {
  // A day ahead, because the plant's calendar may be a day before UTC's.
  const tomorrow = new Date(Date.parse(now) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  if (manufactured > tomorrow || usableUntil <= manufactured) {
    throw new YaosuError('BATCH_DATE_WRONG', { manufactured, usableUntil });
  }
};
