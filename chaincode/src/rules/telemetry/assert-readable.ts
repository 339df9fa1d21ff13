import { YaosuError } from '../../model/kernel/errors.js';
import { centiCelsius, type PageReadings } from '../../model/telemetry/schemas.js';
import { pointsOf } from './summarise.js';

/** Values are temperatures, and none was read after it was told. @throws PAGE_VALUES_WRONG */
export const assertReadable = (page: PageReadings, at: string): void => {
  const points = pointsOf(page);
  const last = points.at(-1);
  const isReal = points.every(({ value }) => centiCelsius.safeParse(value).success);
  if (!isReal || last === undefined || last.at > Date.parse(at)) {
    throw new YaosuError('PAGE_VALUES_WRONG', { sequence: page.sequence });
  }
};
