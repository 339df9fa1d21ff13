/** Answers about what loggers have read. */
import * as z from 'zod';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { centiCelsius } from '@yaosu/chaincode/model/telemetry/schemas';
import { asOf } from './schemas.js';

const FEWEST_POINTS = 50;
const MOST_POINTS = 5_000;
const USUAL_POINTS = 1_000;

/** How many points at the most, over all loggers. */
export const readingsQuery = z.strictObject({
  points: z.coerce.number().int().min(FEWEST_POINTS).max(MOST_POINTS).default(USUAL_POINTS),
});

/** `GET /api/shipments/{id}/readings` */
export const readingsView = z.strictObject({
  ...asOf,
  loggers: z.array(
    z.strictObject({
      logger: digest,
      /** Readings that were recorded. */
      readings: z.int(),
      /** Stretches without a gap, in the order of time; a thinned one keeps the extremes of every part. */
      segments: z.array(z.array(z.strictObject({ at: instant, centiCelsius }))),
    }),
  ),
});
/** What a logger has read, with gaps between its segments. */
export type LoggerReadings = z.output<typeof readingsView>['loggers'][number];
