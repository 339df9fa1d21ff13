import { mayRead } from '../access/record-access.js';
import { ApiError } from '../api/api-error.js';
import type { LoggerReadings } from '../api/reading-schemas.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue } from '../projection/directory.js';
import { segmentsOf, thin, type Point } from './thin-readings.js';

/** Each part of so many readings becomes its two extremes. */
const EXTREMES = 2;

const viewOf = ({ at, value }: Point): LoggerReadings['segments'][number][number] => ({
  at: new Date(at).toISOString(),
  centiCelsius: value,
});

/** `GET /api/shipments/{id}/readings`: who may see the shipment may see what was read on it */
export const readReadings: ReadHandler<'readings'> = async ({
  params: { id },
  query: { points: most },
  caller,
  services: { db },
}) => {
  const key = `ship~${id}`;
  const shipment = await recordValue(db, key);
  if (shipment === undefined || !(await mayRead(db, caller, key, shipment))) {
    throw new ApiError('RECORD_NOT_FOUND');
  }
  const pages = await db
    .selectFrom('readings')
    .select(['logger', 'sequence', 'from_time as from', 'interval_seconds as intervalSeconds'])
    .select('differences as values')
    .where('shipment', '=', id)
    .orderBy('logger')
    .orderBy('sequence')
    .execute();
  const count = pages.reduce((sum, { values }) => sum + values.length, 0);
  const size = Math.ceil((EXTREMES * count) / most);
  return {
    loggers: [...new Set(pages.map(({ logger }) => logger))].map((logger) => {
      const segments = segmentsOf(pages.filter((page) => page.logger === logger));
      return {
        logger,
        readings: segments.reduce((sum, segment) => sum + segment.length, 0),
        segments: segments.map((segment) => thin(segment, size).map(viewOf)),
      };
    }),
  };
};
